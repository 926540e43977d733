from contextlib import suppress
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from app.model.errors import Misconfigured, Unavailable
from app.store import documents
from app.store.session import Database, serialise
from tests.database import fresh
from tests.store.samples import submit


def test_a_session_is_one_transaction(database: Database) -> None:
    with database.session() as session:
        session.execute(text("CREATE TABLE kept (at timestamptz)"))
        session.execute(text("INSERT INTO kept VALUES ('2024-01-01 12:00+02')"))
    with suppress(KeyError), database.session() as session:
        session.execute(text("INSERT INTO kept VALUES (now())"))
        raise KeyError
    with database.session() as session:
        assert session.execute(text("SELECT at FROM kept")).scalars().all() == [datetime(2024, 1, 1, 10, tzinfo=UTC)]


def test_waiting_too_long_is_unavailable(database_url: str) -> None:
    impatient = Database(database_url, statement_timeout=0.1, lock_timeout=0.1)
    with pytest.raises(Unavailable), impatient.session() as session:
        session.execute(text("SELECT pg_sleep(5)"))
    with impatient.session() as first:
        serialise(first)
        with pytest.raises(Unavailable), impatient.session() as second:
            serialise(second)
    with impatient.session() as third:
        serialise(third)
    impatient.close()


def test_the_url_may_name_the_driver_and_must_name_postgresql(database_url: str) -> None:
    named = Database(database_url.replace("postgresql://", "postgresql+psycopg://"))
    named.ping()
    named.close()
    for wrong in ("sqlite://", "no url"):
        with pytest.raises(Misconfigured):
            Database(wrong)


def test_ping_tells_no_server_from_no_schema(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    nowhere = Database(f"postgresql://postgres@/none?host={tmp_path_factory.mktemp('empty')}")
    with pytest.raises(Unavailable):
        nowhere.ping()
    with fresh(server_url) as url:
        empty = Database(url)
        with pytest.raises(Misconfigured, match="quotewire db upgrade"):
            empty.ping()
        empty.close()


def test_a_snapshot_stays_as_it_was_whatever_is_written_meanwhile(database: Database) -> None:
    with database.snapshot() as reading:
        assert documents.page(reading, documents.DocumentFilter(), after=None, limit=1).total == 0
        with database.session() as writing:
            submit(writing)
        assert documents.page(reading, documents.DocumentFilter(), after=None, limit=1).total == 0
    with database.session() as session:
        assert documents.page(session, documents.DocumentFilter(), after=None, limit=1).total == 1
        assert session.execute(text("SHOW transaction_isolation")).scalar_one() == "read committed"
