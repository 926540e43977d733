"""Documents: what was submitted, verbatim, and where it stands."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.kit.clock import now as this_instant
from app.kit.ids import new_id
from app.model.document import Document, DocumentState, Skipped
from app.model.errors import Conflict, Merged, NotFound
from app.model.findings import Failure
from app.store.changes import absence
from app.store.names import key_of
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import DocumentRecord, Page
from app.store.searching import among
from app.store.session import Session
from app.store.submitted import COLUMNS, records
from app.store.tables.documents import document, document_twin

ENDED = (DocumentState.DONE, DocumentState.FAILED)


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
    query = select(*COLUMNS)
    if where.state is not None:
        query = query.where(document.c.state == where.state)
    if where.outlet is not None:
        query = query.where(func.left(document.c.outlet_folded, 300) == key_of(where.outlet))
    if where.url is not None:
        query = query.where(document.c.url == where.url)
    if where.received_after is not None:
        query = query.where(document.c.received_at >= where.received_after)
    if where.received_before is not None:
        query = query.where(document.c.received_at < where.received_before)
    order = Order((document.c.id,), descending=sort is Sort.NEWEST)
    return paged(session, query, order, Cut(after, limit), lambda rows: records(session, rows))


def get(session: Session, document_id: UUID) -> DocumentRecord:
    """One document without its bytes. Raises `NotFound`."""
    row = session.execute(select(*COLUMNS).where(document.c.id == document_id)).first()
    if row is None:
        raise _absence(session, document_id)
    return records(session, [row])[0]


def standing(
    session: Session, document_ids: Collection[UUID], states: Collection[DocumentState]
) -> list[DocumentRecord]:
    """Those of these documents that stand in one of these states, oldest first, without their bytes."""
    mine = among(document.c.id, document_ids)
    query = select(*COLUMNS).where(mine, document.c.state.in_(states)).order_by(document.c.id)
    return records(session, session.execute(query).all())


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
    stored = insert(document).values(
        id=new_id(),
        content=content,
        media_type=media_type,
        charset=charset,
        url=url,
        outlet=outlet,
        outlet_folded=None if outlet is None else key_of(outlet),
        fetched_at=fetched_at,
        received_at=now,
        updated_at=now,
        state=DocumentState.QUEUED,
        attempts=0,
        misses=0,
        skipped=[],
    )
    same = [document.c.sha256, func.md5(document.c.source)]
    row = session.execute(stored.on_conflict_do_nothing(index_elements=same).returning(document.c.id)).first()
    if row is not None:
        return get(session, row.id), True
    known = select(document.c.id).where(
        document.c.sha256 == hashlib.sha256(content).hexdigest(),
        func.md5(document.c.source) == func.md5(func.coalesce(url, outlet, "")),
    )
    return get(session, session.execute(known).scalar_one()), False


def load(session: Session, document_id: UUID) -> Document:
    """The document with its bytes, as the flow takes it. Raises `NotFound`, also for one that is yet to be fetched."""
    row = session.execute(select(document).where(document.c.id == document_id)).first()
    if row is None:
        raise _absence(session, document_id)
    if row.content is None:
        raise _unfetched(document_id)
    return Document(
        id=row.id,
        content=row.content,
        media_type=row.media_type,
        charset=row.charset,
        url=row.final_url or row.url,
        outlet=row.outlet,
        fetched_at=row.fetched_at,
        received_at=row.received_at,
    )


def content(session: Session, document_id: UUID) -> bytes:
    """The bytes as they were submitted or fetched. Raises `NotFound`, also for one that is yet to be fetched."""
    found = session.execute(select(document.c.content).where(document.c.id == document_id)).first()
    if found is None:
        raise _absence(session, document_id)
    if found.content is None:
        raise _unfetched(document_id)
    return bytes(found.content)


def start(session: Session, document_id: UUID) -> bool:
    """Make it PROCESSING and count the attempt. False, and nothing done, where it is DONE already. Raises `NotFound`.

    A document left PROCESSING by a worker that died may be started again.
    """
    if _locked_state(session, document_id) is DocumentState.DONE:
        return False
    _move(session, document_id, DocumentState.PROCESSING, attempts=document.c.attempts + 1)
    return True


def finish(session: Session, document_id: UUID, skipped: Sequence[Skipped] = ()) -> None:
    """Make it DONE, without a failure, and note what its reader passed over. Raises `NotFound`."""
    _move(session, document_id, DocumentState.DONE, skipped=[asdict(one) for one in skipped])


def fail(session: Session, document_id: UUID, failure: Failure) -> None:
    """Make it FAILED, for this reason. Raises `NotFound`."""
    _move(session, document_id, DocumentState.FAILED, failure_stage=failure.stage, failure_reason=failure.reason)


def requeue(session: Session, document_id: UUID) -> DocumentRecord:
    """Make it QUEUED once more. Does not enqueue. Raises `Conflict` unless it is FAILED or DONE, and `NotFound`."""
    state = _locked_state(session, document_id)
    if state not in ENDED:
        raise Conflict(f"The document is {state}: wait until it is done or has failed, then retry it.")
    _move(session, document_id, DocumentState.QUEUED, misses=0)
    return get(session, document_id)


def _absence(session: Session, document_id: UUID) -> NotFound:
    """The error to raise for an id that is not there: it may have turned out to be another document's."""
    twin = select(document_twin.c.document_id).where(document_twin.c.id == document_id)
    survivor = session.execute(twin).scalar_one_or_none()
    return absence(session, "document", document_id) if survivor is None else Merged(survivor)


def _unfetched(document_id: UUID) -> NotFound:
    return NotFound(f"The document {document_id} has no content yet: it is fetched first, see its state.")


def _locked_state(session: Session, document_id: UUID) -> DocumentState:
    """Where it stands, and it stays there until this transaction ends. Raises `NotFound`."""
    row = session.execute(select(document.c.state).where(document.c.id == document_id).with_for_update()).first()
    if row is None:
        raise _absence(session, document_id)
    state: DocumentState = row.state
    return state


def _move(session: Session, document_id: UUID, state: DocumentState, **values: Any) -> None:
    whole = {"failure_stage": None, "failure_reason": None, "skipped": [], **values}
    moved = session.execute(
        update(document)
        .where(document.c.id == document_id)
        .values(state=state, updated_at=this_instant(), **whole)
        .returning(document.c.id)
    ).first()
    if moved is None:
        raise _absence(session, document_id)
