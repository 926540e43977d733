"""Figures that anybody can measure again: one command each."""
