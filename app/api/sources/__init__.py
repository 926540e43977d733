"""Sources: feeds that are looked at on a schedule."""
