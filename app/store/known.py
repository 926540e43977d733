"""Rows of entities made records, with their aliases, their roles and how often they are mentioned and quoted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Table, func, select
from sqlalchemy.dialects.postgresql import distinct_on

from app.store.records import EntityRecord, RoleRecord
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.entities import entity, entity_alias
from app.store.tables.mentions import entity_role, mention
from app.store.tables.quotes import quote

MOST_ROLES = 50
"""So many roles are shown of one entity, one for each wording, where it was printed last."""

COLUMNS = [
    entity.c[name]
    for name in ("id", "kind", "name", "folded", "wikidata", "geonames", "merged_into", "created_at", "updated_at")
]


def records(session: Session, rows: Sequence[Row[Any]]) -> list[EntityRecord]:
    """The records of these rows of the entity table, in their order."""
    entity_ids = [row.id for row in rows]
    aliases = _aliases(session, entity_ids)
    roles = _roles(session, entity_ids)
    mentions = _counts(session, mention, mention.c.entity_id, entity_ids)
    quotes = _counts(session, quote, quote.c.speaker_id, entity_ids)
    return [
        EntityRecord(
            id=row.id,
            kind=row.kind,
            name=row.name,
            aliases=tuple(aliases.get(row.id, ())),
            roles=tuple(roles.get(row.id, ())),
            wikidata=row.wikidata,
            geonames=row.geonames,
            mention_count=mentions.get(row.id, 0),
            quote_count=quotes.get(row.id, 0),
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in rows
    ]


def _aliases(session: Session, entity_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    aliases: dict[UUID, list[str]] = defaultdict(list)
    query = select(entity_alias).where(entity_alias.c.entity_id.in_(entity_ids)).order_by(entity_alias.c.folded)
    for row in session.execute(query):
        aliases[row.entity_id].append(row.name)
    return aliases


def _counts(
    session: Session, table: Table, owner: ColumnElement[UUID | None], entity_ids: Sequence[UUID]
) -> Mapping[UUID, int]:
    query = select(owner, func.count()).select_from(table).where(owner.in_(entity_ids)).group_by(owner)
    return {entity_id: count for entity_id, count in session.execute(query) if entity_id}


def _roles(session: Session, entity_ids: Sequence[UUID]) -> Mapping[UUID, list[RoleRecord]]:
    """The last printed of each wording, those of the newest articles first."""
    wording = (mention.c.entity_id, func.lower(entity_role.c.text))
    printed = (
        select(
            mention.c.entity_id,
            entity_role.c.id,
            entity_role.c.text,
            entity_role.c.article_id,
            entity_role.c.span,
            article.c.published_instant,
            article.c.published_local,
            article.c.dated,
        )
        .ext(distinct_on(*wording))
        .join(mention, mention.c.id == entity_role.c.mention_id)
        .join(article, article.c.id == entity_role.c.article_id)
        .where(mention.c.entity_id.in_(entity_ids))
        .order_by(*wording, article.c.dated.desc(), entity_role.c.id.desc())
        .subquery()
    )
    place = func.row_number().over(
        partition_by=printed.c.entity_id, order_by=(printed.c.dated.desc(), printed.c.id.desc())
    )
    ranked = select(printed, place.label("place")).subquery()
    roles: dict[UUID, list[RoleRecord]] = defaultdict(list)
    for row in session.execute(select(ranked).where(ranked.c.place <= MOST_ROLES).order_by(ranked.c.place)):
        roles[row.entity_id].append(
            RoleRecord(text=row.text, article_id=row.article_id, span=row.span, as_of=_day(row))
        )
    return roles


def _day(row: Row[Any]) -> date | None:
    """The article's day: in UTC where it gives an instant, as printed where it gives a local time."""
    if row.published_instant is not None:
        day: date = row.published_instant.astimezone(UTC).date()
        return day
    return row.published_local.date() if row.published_local is not None else None
