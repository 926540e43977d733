"""Bring a database to the schema of this version."""


def upgrade(url: str) -> None:
    """Run the migrations that `url` lacks; nothing when it lacks none. Two processes at once take turns.

    Raises `Misconfigured` where the server is unreachable, too old, or holds a newer schema than this version knows.
    """
    raise NotImplementedError
