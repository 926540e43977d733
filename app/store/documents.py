"""Documents: what was submitted, verbatim, and where it stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.model.document import Document, DocumentState
from app.model.findings import Failure
from app.store.paging import Sort
from app.store.records import DocumentRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """`*_after` is inclusive, `*_before` exclusive. `outlet` is the submitter's word, compared folded."""

    state: DocumentState | None = None
    outlet: str | None = None
    url: str | None = None
    received_after: datetime | None = None
    received_before: datetime | None = None


def page(
    session: Session, where: DocumentFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[DocumentRecord]:
    """Documents without their bytes."""
    raise NotImplementedError


def get(session: Session, document_id: UUID) -> DocumentRecord:
    """One document without its bytes. Raises `NotFound`."""
    raise NotImplementedError


def accept(  # noqa: PLR0913  (one value for each thing a submitter may say)
    session: Session,
    *,
    content: bytes,
    media_type: str,
    charset: str | None,
    url: str | None,
    outlet: str | None,
    fetched_at: datetime | None,
    now: datetime,
) -> tuple[DocumentRecord, bool]:
    """Store what was submitted, QUEUED, and say whether it is new.

    The same bytes from the same source (the URL, else the outlet, else nobody) are the document stored before, in
    whatever state that is. Does not enqueue.
    """
    raise NotImplementedError


def load(session: Session, document_id: UUID) -> Document:
    """The document with its bytes, as the flow takes it. Raises `NotFound`."""
    raise NotImplementedError


def content(session: Session, document_id: UUID) -> bytes:
    """The bytes as they were submitted. Raises `NotFound`."""
    raise NotImplementedError


def start(session: Session, document_id: UUID) -> Document:
    """Make it PROCESSING, count the attempt, and give it out as `load` does. Raises `NotFound`.

    From any state: a document left PROCESSING by a worker that died may be started again, and so may a DONE one.
    """
    raise NotImplementedError


def finish(session: Session, document_id: UUID) -> None:
    """Make it DONE, without a failure. Raises `NotFound`."""
    raise NotImplementedError


def fail(session: Session, document_id: UUID, failure: Failure) -> None:
    """Make it FAILED, for this reason. Raises `NotFound`."""
    raise NotImplementedError


def requeue(session: Session, document_id: UUID) -> DocumentRecord:
    """Make it QUEUED once more. Does not enqueue. Raises `Conflict` unless it is FAILED or DONE, and `NotFound`."""
    raise NotImplementedError
