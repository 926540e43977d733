"""Outlets: who publishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from app.store.changes import absence
from app.store.names import starts_word
from app.store.paging import Cut, NamedSort, Order, paged
from app.store.records import OutletRecord, Page
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.outlets import outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFilter:
    """`name` matches without case and accents: the whole, the beginning or a word of it."""

    name: str | None = None


ORDERS = {
    NamedSort.NEWEST: Order((outlet.c.id,), descending=True),
    NamedSort.OLDEST: Order((outlet.c.id,)),
    NamedSort.NAME: Order((outlet.c.folded, outlet.c.id)),
}


def page(
    session: Session,
    where: OutletFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: NamedSort = NamedSort.NEWEST,
) -> Page[OutletRecord]:
    query = select(outlet)
    if where.name is not None:
        query = query.where(starts_word(outlet.c.folded, where.name))
    return paged(session, query, ORDERS[sort], Cut(after, limit), lambda rows: _records(session, rows))


def get(session: Session, outlet_id: UUID) -> OutletRecord:
    """One outlet. Raises `Gone` or `NotFound`."""
    rows = session.execute(select(outlet).where(outlet.c.id == outlet_id)).all()
    if not rows:
        raise absence(session, "outlet", outlet_id)
    return _records(session, rows)[0]


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[OutletRecord]:
    counted = (
        select(article.c.outlet_id, func.count())
        .where(article.c.outlet_id.in_([row.id for row in rows]))
        .group_by(article.c.outlet_id)
    )
    counts: dict[UUID, int] = dict(session.execute(counted).all())
    return [
        OutletRecord(
            id=row.id,
            name=row.name,
            home_url=row.home_url,
            article_count=counts.get(row.id, 0),
            created_at=row.created_at,
        )
        for row in rows
    ]
