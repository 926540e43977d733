"""Entities: persons, organisations, places and events, resolved across articles."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from app.model.errors import Merged
from app.model.mention import EntityKind
from app.store.changes import absence
from app.store.known import COLUMNS, records
from app.store.merging import merge
from app.store.names import nearly, starts_word
from app.store.paging import Cut, NamedSort, Order, paged
from app.store.records import EntityRecord, Page
from app.store.searching import among
from app.store.session import Session
from app.store.tables.entities import entity, entity_alias
from app.store.tables.mentions import mention

__all__ = ["EntityFilter", "get", "merge", "page", "wikidata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFilter:
    """`name` matches any alias without case and accents: the whole, the beginning, a word of it, or nearly spelt so."""

    kind: EntityKind | None = None
    name: str | None = None
    wikidata: str | None = None
    article_id: UUID | None = None


ORDERS = {
    NamedSort.NEWEST: Order((entity.c.id,), descending=True),
    NamedSort.OLDEST: Order((entity.c.id,)),
    NamedSort.NAME: Order((entity.c.folded, entity.c.id)),
}


def page(
    session: Session,
    where: EntityFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: NamedSort = NamedSort.NEWEST,
) -> Page[EntityRecord]:
    """Entities that were not merged away."""
    query = select(*COLUMNS).where(entity.c.merged_into.is_(None), *_conditions(where))
    return paged(session, query, ORDERS[sort], Cut(after, limit), lambda rows: records(session, rows))


def get(session: Session, entity_id: UUID) -> EntityRecord:
    """One entity. Raises `Merged` (with its survivor), `Gone` or `NotFound`."""
    rows = session.execute(select(*COLUMNS).where(entity.c.id == entity_id)).all()
    if not rows:
        raise absence(session, "entity", entity_id)
    if rows[0].merged_into is not None:
        raise Merged(rows[0].merged_into)
    return records(session, rows)[0]


def wikidata(session: Session, entity_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """What Wikidata calls those of these entities that it is known to know."""
    known = select(entity.c.id, entity.c.wikidata).where(among(entity.c.id, entity_ids), entity.c.wikidata.is_not(None))
    return dict(session.execute(known).all())


def _conditions(where: EntityFilter) -> Iterable[ColumnElement[bool]]:
    if where.kind is not None:
        yield entity.c.kind == where.kind
    if where.wikidata is not None:
        yield entity.c.wikidata == where.wikidata
    if where.article_id is not None:
        yield entity.c.id.in_(select(mention.c.entity_id).where(mention.c.article_id == where.article_id))
    if where.name is not None:
        alias = entity_alias.c.folded
        alike = or_(starts_word(alias, where.name), nearly(alias, where.name))
        yield entity.c.id.in_(select(entity_alias.c.entity_id).where(alike))
