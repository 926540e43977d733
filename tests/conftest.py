"""Fixtures that every package's tests share."""

from hypothesis import settings

pytest_plugins = ["tests.database"]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A slow machine is no failure."""
