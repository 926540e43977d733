"""Documents: what is submitted, and where it stands."""
