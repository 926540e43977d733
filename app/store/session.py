"""Connections and transactions."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import Engine, create_engine, func, make_url, select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlmodel import Session

from app.model.errors import Misconfigured, Unavailable

__all__ = ["Database", "Session", "serialise"]

RESOLVING = 0x51_57_01
"""The advisory lock of those who resolve: any number will do that nobody else uses on the same database."""

PASSING = ("08", "40", "53", "57", "55P03")
"""SQLSTATE classes of what may succeed at another try: connection, rollback, resources, operator, lock."""


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
        self._engine = engine(url, pool_size=pool_size, statement_timeout=statement_timeout, lock_timeout=lock_timeout)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises `Unavailable` where the database cannot be reached, breaks off, or makes the caller wait too long.
        """
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except PoolExhausted as error:
            raise Unavailable("All connections to the database are in use: try again in a moment.") from error
        except DBAPIError as error:
            if _passing(error):
                raise Unavailable(f"The database did not answer as it should ({_cause(error)}): try again.") from error
            raise

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A transaction to read in: all its queries see the database as the first one did, whatever is written."""
        with self.session() as session:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    def ping(self) -> None:
        """Raise `Unavailable` unless the database answers, and `Misconfigured` unless it was migrated."""
        with self.session() as session:
            if session.execute(select(func.to_regclass("alembic_version"))).scalar_one() is None:
                raise Misconfigured("The database has no tables yet: run `quotewire db upgrade`.")

    def close(self) -> None:
        """Give every idle connection back to the server."""
        self._engine.dispose()


def engine(url: str, *, pool_size: int, statement_timeout: float, lock_timeout: float) -> Engine:
    """An engine on psycopg 3; what each argument means is said at `Database`. Raises `Misconfigured` for no URL."""
    try:
        parsed = make_url(url)
    except Exception as error:
        raise Misconfigured(
            "The database URL cannot be read: it should look like postgresql://user@host/name."
        ) from error
    if parsed.get_backend_name() != "postgresql":
        raise Misconfigured(f"Quotewire needs PostgreSQL, not {parsed.get_backend_name()}: give a postgresql:// URL.")
    milliseconds = f"-c statement_timeout={statement_timeout * 1000:.0f} -c lock_timeout={lock_timeout * 1000:.0f}"
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args={"options": f"-c timezone=UTC {milliseconds}", "connect_timeout": 10},
    )


def serialise(session: Session) -> None:
    """Wait until no other transaction resolves, and keep others out until this one ends.

    Waits no longer than the connection's lock timeout.
    """
    session.execute(select(func.pg_advisory_xact_lock(RESOLVING)))


def _passing(error: DBAPIError) -> bool:
    code = error.orig.sqlstate if isinstance(error.orig, psycopg.Error) else None
    if code is None:
        return isinstance(error, OperationalError) or error.connection_invalidated
    return code.startswith(PASSING)


def _cause(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
