"""A real PostgreSQL for tests: one embedded server a run, one migrated template, a cheap copy of it for each test.

`conftest.py` makes the fixtures known everywhere: `database_url` is a fresh, migrated, empty database, `database` the
`Database` on it, `server_url` the server alone.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from app.store import migrate, server
from app.store.session import Database

TEMPLATE = "migrated_template"
_numbers = count(1)


def named(url: str, name: str) -> str:
    """The URL of another database on the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def execute(url: str, statement: sql.Composable) -> None:
    """Run a statement outside any transaction."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


@contextmanager
def fresh(server_url: str, template: str = "template0") -> Iterator[str]:
    """The URL of a new database, dropped afterwards whoever is still connected."""
    name = f"test_{next(_numbers)}"
    target, source = sql.Identifier(name), sql.Identifier(template)
    execute(server_url, sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(target, source))
    try:
        yield named(server_url, name)
    finally:
        execute(server_url, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(target))


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """An embedded server in a folder of its own, which forgets durability for speed."""
    with (
        tempfile.TemporaryDirectory(prefix="quotewire-tests-") as folder,
        server.running(Path(folder) / "postgres") as url,
    ):
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            execute(url, sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        execute(url, sql.SQL("SELECT pg_reload_conf()"))
        yield url


@pytest.fixture(scope="session")
def template(server_url: str) -> str:
    """The name of a migrated, empty database to copy."""
    execute(server_url, sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(TEMPLATE)))
    migrate.upgrade(named(server_url, TEMPLATE))
    return TEMPLATE


@pytest.fixture
def database_url(server_url: str, template: str) -> Iterator[str]:
    with fresh(server_url, template) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(Database(database_url, lock_timeout=5)) as opened:
        yield opened


@pytest.fixture(scope="module")
def module_database(server_url: str, template: str) -> Iterator[Database]:
    """One database for all tests of a module, for those that write once and read often."""
    with fresh(server_url, template) as url, closing(Database(url, lock_timeout=5)) as opened:
        yield opened
