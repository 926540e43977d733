"""Entities: persons, organisations, places and events."""
