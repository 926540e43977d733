"""Mentions: where articles name somebody or something."""
