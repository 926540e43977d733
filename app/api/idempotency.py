"""Idempotency-Key: a request that is sent twice is carried out once, and both get the first answer."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from app.api import kinds
from app.api.fields import VISIBLE
from app.api.problems import ProblemError
from app.kit.clock import now
from app.store import idempotency
from app.store.idempotency import IdempotencyRecord
from app.store.session import Database, Session

ABANDONED = timedelta(minutes=5)
"""A request that has been in flight for so long died with its process; the key is free again."""

IdempotencyKey = Annotated[
    Annotated[str, Field(min_length=1, max_length=255, pattern=VISIBLE)] | None,
    Header(
        alias="Idempotency-Key",
        description="Any token of the client's own: the same request sent again under it gets the first answer.",
        examples=["7d0f3c52-5a0b-4b7e-9a53-0c6f1f1f9d11"],
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is kept of an answer: the status, the headers that matter and the JSON body."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """A key as one caller uses it for one request. Keys of different callers do not meet."""

    database: Database
    caller: UUID
    key: str
    fingerprint: str

    def reserve(self) -> IdempotencyRecord | None:
        """Take the key, or find what is stored under it."""
        with self.database.session() as session:
            found = self._reserve(session)
            if found is not None and found.status is None and found.created_at < now() - ABANDONED:
                idempotency.release(session, key=self.key, api_key_id=self.caller)
                found = self._reserve(session)
            return found

    def _reserve(self, session: Session) -> IdempotencyRecord | None:
        return idempotency.reserve(
            session, key=self.key, api_key_id=self.caller, request_hash=self.fingerprint, now=now()
        )

    def settle(self, answer: Answer) -> None:
        """Keep the answer under the key."""
        kept = {"headers": dict(answer.headers), "body": answer.body}
        with self.database.session() as session:
            idempotency.settle(session, key=self.key, api_key_id=self.caller, status=answer.status, answer=kept)

    def release(self) -> None:
        """Let the key go: the request failed and may be tried again."""
        with self.database.session() as session:
            idempotency.release(session, key=self.key, api_key_id=self.caller)


def reserving(database: Database, caller: UUID, key: str | None, request: Request, body: bytes) -> Reservation | None:
    """The reservation of the key that came with a request; None where none came."""
    if key is None:
        return None
    return Reservation(database=database, caller=caller, key=key, fingerprint=fingerprint(request, body))


async def once(reservation: Reservation | None, work: Callable[[], Awaitable[Answer]]) -> Answer:
    """Do the work and keep its answer, or give the answer that is kept. Without a reservation, just do the work.

    Raises a 422 where the key came with another request, and a 409 while the first one is running.
    """
    if reservation is None:
        return await work()
    earlier = await run_in_threadpool(reservation.reserve)
    if earlier is not None:
        return _replayed(earlier, reservation.fingerprint)
    try:
        answer = await work()
        await run_in_threadpool(reservation.settle, answer)
    except BaseException:
        await run_in_threadpool(reservation.release)
        raise
    return answer


def fingerprint(request: Request, body: bytes) -> str:
    """What makes two requests the same: method, address, media type and body."""
    head = [request.method, request.url.path, request.url.query, request.headers.get("content-type", "")]
    return hashlib.sha256("\n".join(head).encode("utf-8", "replace") + b"\n" + body).hexdigest()


def _replayed(earlier: IdempotencyRecord, request_hash: str) -> Answer:
    if earlier.request_hash != request_hash:
        raise ProblemError(kinds.KEY_REUSED, kinds.KEY_REUSED.advice)
    if earlier.status is None or earlier.answer is None:
        raise ProblemError(kinds.IN_FLIGHT, kinds.IN_FLIGHT.advice)
    kept: Mapping[str, Any] = earlier.answer
    return Answer(status=earlier.status, headers={**kept["headers"], "Idempotency-Replayed": "true"}, body=kept["body"])
