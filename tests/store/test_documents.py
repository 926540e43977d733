import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from app.kit.clock import now
from app.kit.ids import new_id
from app.model.document import DocumentState
from app.model.errors import Conflict, NotFound
from app.model.findings import Failure
from app.store import documents
from app.store.documents import DocumentFilter
from app.store.session import Database
from tests.store.samples import World, findings, stored, submit

RECEIVED = datetime(2024, 2, 3, 4, 5, 6, 789, tzinfo=UTC)


def test_bytes_come_back_as_they_went_in(database: Database) -> None:
    raw = bytes(range(256))
    with database.session() as session:
        record, created = documents.accept(
            session,
            content=raw,
            media_type="text/html",
            charset="latin-1",
            url="https://courier.example/a",
            outlet="Velmora Courier",
            fetched_at=RECEIVED - timedelta(days=1),
            now=RECEIVED,
        )
    assert created
    assert (record.state, record.size, record.sha256) == (DocumentState.QUEUED, 256, hashlib.sha256(raw).hexdigest())
    assert (record.received_at, record.attempts, record.failure, record.article_count) == (RECEIVED, 0, None, 0)
    with database.session() as session:
        document = documents.load(session, record.id)
        assert documents.content(session, record.id) == raw == document.content
        assert documents.get(session, record.id) == record
    assert (document.charset, document.url, document.outlet) == ("latin-1", record.url, "Velmora Courier")


def test_the_same_bytes_from_the_same_source_are_one_document(database: Database) -> None:
    with database.session() as session:
        first = submit(session, b"same", url="https://a.example/")
        assert submit(session, b"same", url="https://a.example/", outlet="Other name") == first
        others = {
            submit(session, b"same"),
            submit(session, b"same", outlet="Velmora Courier"),
            submit(session, b"same", url="https://b.example/"),
            submit(session, b"other", url="https://a.example/"),
        }
        assert len(others | {first}) == 5
        assert submit(session, b"same", url="https://a.example/" + "x" * 100_000) not in others


def test_states_follow_one_another(database: Database) -> None:
    with database.session() as session:
        document_id = submit(session)
        with pytest.raises(Conflict, match="queued"):
            documents.requeue(session, document_id)
        assert documents.start(session, document_id)
        assert documents.start(session, document_id), "a worker may have died on it"
        documents.fail(session, document_id, Failure(stage="read", reason="It is empty."))
        failed = documents.get(session, document_id)
        assert (failed.state, failed.attempts) == (DocumentState.FAILED, 2)
        assert failed.failure == Failure(stage="read", reason="It is empty.")
        assert documents.requeue(session, document_id).failure is None
        documents.start(session, document_id)
        documents.finish(session, document_id)
        assert not documents.start(session, document_id)
        assert documents.get(session, document_id).attempts == 3
        assert documents.requeue(session, document_id).state is DocumentState.QUEUED


def test_what_is_not_there_is_not_found(database: Database) -> None:
    failure = Failure(stage="read", reason="x")
    with database.session() as session:
        for ask in (
            documents.get,
            documents.load,
            documents.content,
            documents.start,
            documents.finish,
            documents.requeue,
            lambda session, id_: documents.fail(session, id_, failure),
        ):
            with pytest.raises(NotFound):
                ask(session, new_id())


def test_filters(database: Database) -> None:
    stored(database, World(), findings())
    with database.session() as session:
        courier = submit(session, b"1", url="https://a.example/", outlet="The Vélmora  Courier")
        failed = submit(session, b"2")
        documents.fail(session, failed, Failure(stage="read", reason="x"))

    def ids(**where: object) -> set[object]:
        with database.session() as session:
            found = documents.page(session, DocumentFilter(**where), after=None, limit=50)  # type: ignore[arg-type]
        return {record.id for record in found.items}

    assert ids(outlet="velmora courier") == {courier} == ids(url="https://a.example/")
    assert ids(state=DocumentState.FAILED) == {failed}
    assert ids(received_after=now()) == set()
    assert len(ids(received_before=now())) == 3
    with database.session() as session:
        counts = {
            record.article_count for record in documents.page(session, DocumentFilter(), after=None, limit=9).items
        }
    assert counts == {0, 1}
