"""The change feed: what was created, updated and deleted, in the order of the commits.

Its lines are written by deferred triggers on the tables of documents, articles, entities, quotes, utterances, claims,
stories, outlets and sources, when a transaction commits and one commit at a time. A line is therefore never seen before
one with a smaller sequence, and a reader who goes on after the last sequence seen misses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from app.model.errors import Gone, NotFound
from app.store.paging import Cut, Order, paged
from app.store.records import ChangeRecord, Page
from app.store.session import Session
from app.store.tables.changes import Operation, change


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """`after`: lines with a greater sequence. `resource` is the singular noun: "quote", "entity" …"""

    after: int = 0
    resource: str | None = None


def page(session: Session, where: ChangeFilter, *, after: tuple[str, ...] | None, limit: int) -> Page[ChangeRecord]:
    """Lines in the order of their sequence, oldest first. To follow the feed, take the last `sequence` as `after`."""
    query = select(change).where(change.c.sequence > where.after)
    if where.resource is not None:
        query = query.where(change.c.resource == where.resource)
    return paged(session, query, Order((change.c.sequence,)), Cut(after, limit), _records)


def last(session: Session) -> int:
    """The greatest sequence so far; 0 where nothing has changed yet."""
    sequence: int | None = session.execute(select(func.max(change.c.sequence))).scalar_one()
    return sequence or 0


def absence(session: Session, resource: str, absent: UUID) -> NotFound:
    """The error to raise for an id that is not there: `Gone` where the feed has its tombstone, else `NotFound`."""
    tombstone = select(change.c.sequence).where(
        change.c.resource_id == absent, change.c.resource == resource, change.c.op == Operation.DELETE
    )
    if session.execute(tombstone.limit(1)).first():
        return Gone(f"The {resource} {absent} was deleted.")
    return NotFound(f"There is no {resource} {absent}.")


def _records(rows: Sequence[Row[Any]]) -> list[ChangeRecord]:
    return [
        ChangeRecord(sequence=row.sequence, op=row.op, resource=row.resource, id=row.resource_id, at=row.at)
        for row in rows
    ]
