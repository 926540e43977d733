"""Whether anything that is sent in gives a server error, or is lost."""
