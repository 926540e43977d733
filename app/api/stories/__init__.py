"""Stories: articles about the same event."""
