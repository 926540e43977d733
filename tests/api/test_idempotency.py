import asyncio
from datetime import datetime

import pytest

from app.api.idempotency import Answer, Reservation, once
from app.kit.clock import now
from app.store import keys
from app.store.session import Database

FIRST = Answer(status=202, headers={"Location": "/v1/documents/1"}, body="{}")


def reservation(database: Database) -> Reservation:
    with database.session() as session:
        record, _ = keys.create(session, "a test", ["ingest"])
    return Reservation(database=database, caller=record.id, key="k", fingerprint="f")


async def work() -> Answer:
    return FIRST


def test_without_a_key_the_work_is_done_each_time() -> None:
    assert asyncio.run(once(None, work)) is FIRST


def test_with_a_key_it_is_done_once(database: Database) -> None:
    held = reservation(database)
    times: list[datetime] = []

    async def counted() -> Answer:
        times.append(now())
        return FIRST

    answers = [asyncio.run(once(held, counted)) for _ in range(3)]
    assert len(times) == 1
    assert {answer.body for answer in answers} == {FIRST.body}
    assert [answer.headers.get("Idempotency-Replayed") for answer in answers] == [None, "true", "true"]


def test_work_that_breaks_off_leaves_the_key_free(database: Database) -> None:
    held = reservation(database)

    async def broken() -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asyncio.run(once(held, broken))
    assert asyncio.run(once(held, work)) == FIRST
