"""Changes: the feed of what was created, updated and deleted."""
