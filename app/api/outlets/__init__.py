"""Outlets: who publishes."""
