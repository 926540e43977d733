"""Intake: the only way in for news. A submission becomes a stored document with its job, both or neither.

What is submitted by its URL alone is such a document too; the worker gives it its bytes.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.model.errors import TooLarge, Unreadable
from app.model.expansion import bound_expansion
from app.store import documents, queue, wanted
from app.store.records import DocumentRecord
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What somebody sent in, as they sent it."""

    content: bytes
    media_type: str
    charset: str | None = None
    url: str | None = None
    outlet: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What somebody wants to be fetched and taken in."""

    url: str
    outlet: str | None = None


def want(session: Session, address: Address, *, now: datetime) -> tuple[DocumentRecord, bool]:
    """Store a document that is yet to be fetched, and queue it, in the caller's transaction; say whether it was new.

    The same URL, asked for again before it was fetched, is the document that is there already.
    """
    record, created = wanted.want(session, address.url, address.outlet, now)
    if created:
        _enqueue(session, record)
    return record, created


def accept(session: Session, submission: Submission, *, max_bytes: int, now: datetime) -> tuple[DocumentRecord, bool]:
    """Store a submission verbatim and queue it, in the caller's transaction; say whether it was new.

    The same bytes from the same source (URL, else outlet) are the document that is there already, which is not queued
    again. Raises `Unreadable` for nothing at all, `TooLarge` above `max_bytes`, and either for what would expand too
    far when it is read. That may take a second: not to be called from an event loop.
    """
    if not submission.content.strip():
        raise Unreadable("The document is empty: send the page's text, HTML, feed or archive as the body.")
    if len(submission.content) > max_bytes:
        raise TooLarge(f"The document has {len(submission.content):,} bytes; at most {max_bytes:,} are accepted.")
    bound_expansion(submission.content, submission.media_type)
    record, created = documents.accept(
        session,
        content=submission.content,
        media_type=submission.media_type,
        charset=submission.charset,
        url=submission.url,
        outlet=submission.outlet,
        fetched_at=submission.fetched_at,
        now=now,
    )
    if created:
        _enqueue(session, record)
    return record, created


def again(session: Session, document_id: UUID) -> DocumentRecord:
    """Queue a document that failed, or is done, to be processed again. Raises `NotFound` and `Conflict`."""
    record = documents.requeue(session, document_id)
    _enqueue(session, record)
    return record


def ensure_queued(session: Session, document_id: UUID) -> None:
    """See to it that a document that has not ended has a job. Nothing where it has one, or has ended. `NotFound`."""
    record = documents.get(session, document_id)
    if record.state not in documents.ENDED and not queue.holds(session, document_id):
        _enqueue(session, record)


def _enqueue(session: Session, record: DocumentRecord) -> None:
    if record.sha256 is None:
        queue.enqueue_fetch(session, record.id)
    else:
        queue.enqueue(session, record.id)
