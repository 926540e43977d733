"""Mentions: the spans of articles that name somebody or something."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from app.model.mention import EntityKind, MentionKind
from app.store.names import survivor
from app.store.paging import Cut, Order, TextSort, paged
from app.store.records import MentionRecord, Page
from app.store.references import entity_refs
from app.store.session import Session
from app.store.tables.mentions import entity_role, mention


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFilter:
    """The id of a merged entity stands for its survivor."""

    article_id: UUID | None = None
    entity_id: UUID | None = None
    kind: MentionKind | None = None
    entity_kind: EntityKind | None = None


ORDERS = {
    TextSort.NEWEST: Order((mention.c.id,), descending=True),
    TextSort.OLDEST: Order((mention.c.id,)),
    TextSort.TEXT: Order((func.lower(mention.c.span, type_=mention.c.article_length.type), mention.c.id)),
}


def page(
    session: Session,
    where: MentionFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: TextSort = TextSort.NEWEST,
) -> Page[MentionRecord]:
    """Mentions, those of one article in the order of its text where `sort` says so."""
    entity_id = None if where.entity_id is None else survivor(session, where.entity_id)
    equal = {
        "article_id": where.article_id,
        "entity_id": entity_id,
        "kind": where.kind,
        "entity_kind": where.entity_kind,
    }
    query = select(mention).where(*(mention.c[name] == value for name, value in equal.items() if value is not None))
    return paged(session, query, ORDERS[sort], Cut(after, limit), lambda rows: _records(session, rows))


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[MentionRecord]:
    entities = entity_refs(session, (row.entity_id for row in rows))
    roles = _roles(session, [row.id for row in rows])
    return [
        MentionRecord(
            id=row.id,
            article_id=row.article_id,
            span=row.span,
            surface=row.surface,
            kind=row.kind,
            entity_kind=row.entity_kind,
            name=row.name,
            entity=entities.get(row.entity_id),
            roles=tuple(roles[row.id]),
            confidence=row.confidence,
            made_by=row.made_by,
        )
        for row in rows
    ]


def _roles(session: Session, mention_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    roles: dict[UUID, list[str]] = defaultdict(list)
    query = select(entity_role.c.mention_id, entity_role.c.text).where(entity_role.c.mention_id.in_(mention_ids))
    for row in session.execute(query.order_by(entity_role.c.span)):
        roles[row.mention_id].append(row.text)
    return roles
