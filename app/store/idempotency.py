"""Idempotency keys: the first answer to a request, kept for those who ask again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from app.model.errors import NotFound
from app.store.session import Session
from app.store.tables.access import idempotency


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyRecord:
    """A request under its key. `status` and `answer` are None while it is in flight."""

    key: str
    request_hash: str
    status: int | None
    answer: Mapping[str, Any] | None
    created_at: datetime


def reserve(
    session: Session, *, key: str, api_key_id: UUID, request_hash: str, now: datetime
) -> IdempotencyRecord | None:
    """Take the key for this request: None where it was free, else what is stored under it.

    Waits while another transaction that took it is open. A key that is taken in a transaction of its own shows others
    that the request is in flight; `release` it when the request fails.
    """
    taken = insert(idempotency).values(key=key, api_key_id=api_key_id, request_hash=request_hash, created_at=now)
    if session.execute(taken.on_conflict_do_nothing().returning(idempotency.c.key)).first():
        return None
    row = session.execute(select(idempotency).where(_is(key, api_key_id))).one()
    return IdempotencyRecord(
        key=row.key, request_hash=row.request_hash, status=row.status, answer=row.answer, created_at=row.created_at
    )


def settle(session: Session, *, key: str, api_key_id: UUID, status: int, answer: Mapping[str, Any]) -> None:
    """Keep the answer (JSON) to the request under this key. Raises `NotFound` where the key was not reserved."""
    settled = update(idempotency).where(_is(key, api_key_id)).values(status=status, answer=dict(answer))
    if session.execute(settled.returning(idempotency.c.key)).first() is None:
        raise NotFound(f"No request was begun under the idempotency key {key}.")


def release(session: Session, *, key: str, api_key_id: UUID) -> None:
    """Let go of a key that has no answer yet; one that has an answer stays."""
    session.execute(delete(idempotency).where(_is(key, api_key_id), idempotency.c.status.is_(None)))


def prune(session: Session, *, before: datetime) -> int:
    """Forget keys reserved before this instant; how many those were."""
    forgotten = delete(idempotency).where(idempotency.c.created_at < before).returning(idempotency.c.key)
    return len(session.execute(forgotten).all())


def _is(key: str, api_key_id: UUID) -> ColumnElement[bool]:
    return (idempotency.c.key == key) & (idempotency.c.api_key_id == api_key_id)
