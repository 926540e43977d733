import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import text

from app.model.errors import Gone
from app.store import changes, documents
from app.store.changes import ChangeFilter
from app.store.records import ChangeRecord
from app.store.session import Database
from tests.store.samples import submit


def lines(database: Database, after: int = 0, **where: str) -> tuple[ChangeRecord, ...]:
    with database.session() as session:
        return changes.page(session, ChangeFilter(after=after, **where), after=None, limit=10_000).items


def test_the_feed_tells_what_was_created_updated_and_deleted(database: Database) -> None:
    with database.session() as session:
        document_id = submit(session)
        assert changes.last(session) == 0, "a transaction's changes are in the feed when it is"
    with database.session() as session:
        documents.start(session, document_id)
    with database.session() as session:
        session.execute(text("DELETE FROM document"))
    assert [(line.op, line.resource, line.id) for line in lines(database)] == [
        ("create", "document", document_id),
        ("update", "document", document_id),
        ("delete", "document", document_id),
    ]
    with database.session() as session, pytest.raises(Gone):
        documents.get(session, document_id)
    assert lines(database, resource="entity") == ()


def test_an_update_that_changes_nothing_is_no_change(database: Database) -> None:
    with database.session() as session:
        submit(session)
    with database.session() as session:
        session.execute(text("UPDATE document SET state = state"))
    assert [line.op for line in lines(database)] == ["create"]


def test_a_line_that_commits_late_comes_late(database: Database) -> None:
    """The slow writer writes first and commits last: its line has the greater sequence."""
    with database.session() as slow:
        first = submit(slow, b"slow")
        with database.session() as quick:
            second = submit(quick, b"quick")
        [seen] = lines(database)
        assert seen.id == second
    [late] = lines(database, after=seen.sequence)
    assert late.id == first


def test_a_reader_who_follows_misses_nothing(database_url: str) -> None:
    """Four writers commit at will, some roll back; whoever reads on from the last sequence sees every line once."""
    done = threading.Event()
    with closing(Database(database_url, pool_size=6)) as database:

        def write(writer: int) -> None:
            for number in range(15):
                with database.session() as session:
                    for part in range(1 + number % 3):
                        submit(session, f"{writer} {number} {part}".encode())
                    if number % 5 == 4:
                        session.rollback()

        def follow() -> list[int]:
            seen: list[int] = []
            while True:
                last_round = done.is_set()
                new = [line.sequence for line in lines(database, after=seen[-1] if seen else 0)]
                seen += new
                if last_round and not new:
                    return seen

        with ThreadPoolExecutor(5) as pool:
            reader = pool.submit(follow)
            for writing in [pool.submit(write, writer) for writer in range(4)]:
                writing.result()
            done.set()
            seen = reader.result()
        assert seen == [line.sequence for line in lines(database)]
        with database.session() as session:
            kept = documents.page(session, documents.DocumentFilter(), after=None, limit=1).total
        assert len(seen) == kept == 4 * 15 * 2 - 4 * 3 * 2
