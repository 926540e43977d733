"""Idempotency keys: the first answer to a request, kept for those who ask again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.store.session import Session


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
    raise NotImplementedError


def settle(session: Session, *, key: str, api_key_id: UUID, status: int, answer: Mapping[str, Any]) -> None:
    """Keep the answer (JSON) to the request under this key. Raises `NotFound` where the key was not reserved."""
    raise NotImplementedError


def release(session: Session, *, key: str, api_key_id: UUID) -> None:
    """Let go of a key that has no answer yet; one that has an answer stays."""
    raise NotImplementedError


def prune(session: Session, *, before: datetime) -> int:
    """Forget keys reserved before this instant; how many those were."""
    raise NotImplementedError
