from datetime import timedelta

import pytest

from app.kit.clock import now
from app.model.errors import NotFound
from app.store import idempotency, keys
from app.store.session import Database


def test_the_first_answer_is_kept_for_those_who_ask_again(database: Database) -> None:
    with database.session() as session:
        key, _ = keys.create(session, "desk", ["ingest"])
        other, _ = keys.create(session, "other", ["ingest"])
    mine = {"key": "abc", "api_key_id": key.id}
    with database.session() as session:
        assert idempotency.reserve(session, **mine, request_hash="h", now=now()) is None
    with database.session() as session:
        in_flight = idempotency.reserve(session, **mine, request_hash="other", now=now())
        assert in_flight is not None
        assert (in_flight.request_hash, in_flight.status, in_flight.answer) == ("h", None, None)
        assert idempotency.reserve(session, key="abc", api_key_id=other.id, request_hash="h", now=now()) is None
    with database.session() as session:
        idempotency.settle(session, **mine, status=202, answer={"id": 1})
        idempotency.release(session, **mine)
    with database.session() as session:
        answered = idempotency.reserve(session, **mine, request_hash="h", now=now())
    assert answered is not None
    assert (answered.status, answered.answer) == (202, {"id": 1})


def test_a_failed_request_lets_go_of_its_key_and_old_keys_are_forgotten(database: Database) -> None:
    with database.session() as session:
        key, _ = keys.create(session, "desk", ["ingest"])
        mine = {"key": "abc", "api_key_id": key.id}
        with pytest.raises(NotFound):
            idempotency.settle(session, **mine, status=202, answer={})
        for _ in range(2):
            assert idempotency.reserve(session, **mine, request_hash="h", now=now()) is None
            idempotency.release(session, **mine)
        idempotency.reserve(session, **mine, request_hash="h", now=now() - timedelta(days=2))
        assert idempotency.prune(session, before=now() - timedelta(days=1)) == 1
        assert idempotency.reserve(session, **mine, request_hash="h", now=now()) is None
