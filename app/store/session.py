"""Connections and transactions."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

__all__ = ["Database", "Session", "serialise"]


class Database:
    """A PostgreSQL database and the pool of connections to it.

    `url` is `postgresql://…` (or `postgresql+psycopg://…`); a socket's folder may be given as `?host=`. Every
    connection keeps time in UTC and gives up a statement after `statement_timeout` seconds, a wait for a lock after
    `lock_timeout` seconds (0: never). Nothing connects before the first session.
    """

    def __init__(
        self, url: str, *, pool_size: int = 5, statement_timeout: float = 30.0, lock_timeout: float = 10.0
    ) -> None:
        self.url = url
        raise NotImplementedError

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises `Unavailable` where the database cannot be reached, breaks off, or makes the caller wait too long.
        """
        raise NotImplementedError

    def ping(self) -> None:
        """Raise `Misconfigured` unless the database answers and its schema is the one this code was written for."""
        raise NotImplementedError

    def close(self) -> None:
        """Give every idle connection back to the server."""
        raise NotImplementedError


def serialise(session: Session) -> None:
    """Wait until no other transaction resolves, and keep others out until this one ends.

    Waits no longer than the connection's lock timeout.
    """
    raise NotImplementedError
