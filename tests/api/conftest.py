"""The API over a real database: empty, or seeded once for each module that only reads."""

from collections.abc import Iterator

import pytest
import structlog
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store import keys
from app.store.session import Database
from tests.api.seeding import Seeds, seed


def client_of(database: Database, *, key: str | None = None, **settings: object) -> TestClient:
    """A client of an application over `database`; `key` is the secret of an API key."""
    given = {"rate_limit_per_minute": 100_000, **settings}
    app = create_app(Settings.model_validate(given), database)
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False, headers=headers)


def secret_of(database: Database, *scopes: str) -> str:
    """The secret of a new key with these scopes."""
    with database.session() as session:
        return keys.create(session, "a test", scopes)[1]


@pytest.fixture(autouse=True)
def plain_logs() -> Iterator[None]:
    """Log lines without the colours and the many lines of local variables that are structlog's default."""
    structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()])
    yield
    structlog.reset_defaults()


@pytest.fixture
def client(database: Database) -> TestClient:
    """Somebody without a key, and an empty database."""
    return client_of(database)


@pytest.fixture
def writer(database: Database) -> TestClient:
    """Somebody who may ingest."""
    return client_of(database, key=secret_of(database, "ingest", "read"))


@pytest.fixture(scope="module")
def seeds(module_database: Database) -> Seeds:
    return seed(module_database)


@pytest.fixture(scope="module")
def reader(module_database: Database, seeds: Seeds) -> TestClient:
    """Somebody without a key, and a database with news in it."""
    return client_of(module_database)
