"""Articles: single news items, normalized."""
