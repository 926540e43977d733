"""The tables. What each holds and where it is from: README.md."""
