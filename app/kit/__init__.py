"""Domain-free small change: ids and the clock."""
