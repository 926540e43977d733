"""Documents that were asked for by their URL: their ids are given away before their bytes are there."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.kit.clock import now as this_instant
from app.kit.ids import new_id
from app.model.document import DocumentState
from app.store import documents
from app.store.names import key_of
from app.store.records import DocumentRecord
from app.store.session import Session
from app.store.tables.documents import document, document_twin


class Earlier(NamedTuple):
    """A document fetched from the same URL before, where redirects led, and what the server there said by which it can
    tell whether it changed."""

    document_id: UUID
    final_url: str | None
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was found at a URL. `final_url` is where redirects led."""

    content: bytes
    media_type: str
    charset: str | None
    final_url: str
    etag: str | None
    last_modified: str | None
    fetched_at: datetime


def want(session: Session, url: str, outlet: str | None, now: datetime) -> tuple[DocumentRecord, bool]:
    """A QUEUED document for what is at `url`, and whether it is new. Does not enqueue.

    The same URL asked for again before it was fetched is the same document, in whatever state that is.
    """
    asked = insert(document).values(
        id=new_id(),
        url=url,
        outlet=outlet,
        outlet_folded=None if outlet is None else key_of(outlet),
        received_at=now,
        updated_at=now,
        state=DocumentState.QUEUED,
        attempts=0,
        misses=0,
        skipped=[],
    )
    unfetched = document.c.content.is_(None)
    one = asked.on_conflict_do_nothing(index_elements=[func.md5(document.c.url)], index_where=unfetched)
    row = session.execute(one.returning(document.c.id)).first()
    if row is not None:
        return documents.get(session, row.id), True
    known = select(document.c.id).where(unfetched, document.c.url == url)
    return documents.get(session, session.execute(known).scalar_one()), False


def url_of(session: Session, document_id: UUID) -> str | None:
    """The URL that a document is yet to be fetched from; None where its bytes are there. Raises `NotFound`."""
    found = documents.get(session, document_id)
    return found.url if found.sha256 is None else None


def earlier(session: Session, url: str) -> Earlier | None:
    """The latest document fetched from `url` of which the server gave a way to ask whether it has changed."""
    query = (
        select(document.c.id, document.c.final_url, document.c.etag, document.c.last_modified)
        .where(document.c.url == url, or_(document.c.etag.is_not(None), document.c.last_modified.is_not(None)))
        .order_by(document.c.id.desc())
    )
    row = session.execute(query.limit(1)).first()
    return None if row is None else Earlier(*row)


def miss(session: Session, document_id: UUID) -> int:
    """Count an attempt to fetch a document that was in vain; how many there were since somebody asked for it."""
    counted = update(document).where(document.c.id == document_id, document.c.content.is_(None))
    more = {"attempts": document.c.attempts + 1, "misses": document.c.misses + 1, "updated_at": this_instant()}
    misses: int = session.execute(counted.values(more).returning(document.c.misses)).scalar_one()
    return misses


def fill(session: Session, document_id: UUID, fetched: Fetched) -> UUID:
    """Give a document its bytes. Where the same bytes from the same URL are there already, it becomes that one's twin.

    The id of the document that holds the bytes in the end.
    """
    values = {
        "content": fetched.content,
        "media_type": fetched.media_type,
        "charset": fetched.charset,
        "final_url": fetched.final_url,
        "etag": fetched.etag,
        "last_modified": fetched.last_modified,
        "fetched_at": fetched.fetched_at,
        "updated_at": this_instant(),
    }
    mine = document.c.id == document_id
    try:
        with session.begin_nested():
            session.execute(update(document).where(mine, document.c.content.is_(None)).values(values))
    except IntegrityError:
        sha256, source = func.encode(func.sha256(fetched.content), "hex"), document.alias("wanted")
        same = (
            select(document.c.id)
            .join(source, source.c.source == document.c.source)
            .where(document.c.sha256 == sha256, source.c.id == document_id)
        )
        survivor: UUID = session.execute(same).scalar_one()
        join(session, document_id, survivor)
        return survivor
    return document_id


def join(session: Session, document_id: UUID, survivor: UUID) -> None:
    """Make a document without bytes the twin of another: its id leads there from now on."""
    session.execute(delete(document).where(document.c.id == document_id, document.c.content.is_(None)))
    session.execute(insert(document_twin).values(id=document_id, document_id=survivor))
