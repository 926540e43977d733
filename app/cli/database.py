"""Which database a command works on."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from app.settings import Settings
from app.store import migrate, server
from app.store.session import Database


@contextmanager
def database_url(settings: Settings) -> Iterator[str]:
    """The configured server's URL, or that of the embedded one, which runs as long as anybody holds it."""
    if settings.database_url:
        yield settings.database_url
    else:
        with server.running(settings.data_dir / "postgres") as url:
            yield url


@contextmanager
def ready_database(settings: Settings) -> Iterator[Database]:
    """A database whose schema is up to date."""
    with ready_url(settings) as url, closing(Database(url)) as database:
        yield database


@contextmanager
def ready_url(settings: Settings) -> Iterator[str]:
    """The URL of a database whose schema is up to date."""
    with database_url(settings) as url:
        migrate.upgrade(url)
        yield url
