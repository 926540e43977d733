"""What the endpoints need from outside, wired once by `app.main` and found through the request."""

from collections.abc import Iterator
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from app.api.config import ApiConfig
from app.api.paging import Cursors
from app.api.rates import KnownKeys
from app.store import secret
from app.store.session import Database, Session


class Services:
    """The database, the configuration, and what is remembered between requests."""

    def __init__(self, database: Database, config: ApiConfig, known_keys: KnownKeys) -> None:
        self.database = database
        self.config = config
        self.known_keys = known_keys
        self._lock = Lock()
        self._cursors: Cursors | None = None

    def cursors(self) -> Cursors:
        """The reader and writer of cursors. The server's secret is fetched when the first page is asked for."""
        with self._lock:
            if self._cursors is None:
                with self.database.session() as session:
                    self._cursors = Cursors(secret.signing(session))
            return self._cursors


def services_of(request: Request) -> Services:
    """The services of the application that serves this request."""
    services: Services = request.app.state.services
    return services


Wired = Annotated[Services, Depends(services_of)]


def _session(services: Wired) -> Iterator[Session]:
    with services.database.snapshot() as session:
        yield session


Open = Annotated[Session, Depends(_session, scope="function")]
"""A session for an endpoint that reads: one snapshot, so that a quote, its article and its entities fit each other."""
