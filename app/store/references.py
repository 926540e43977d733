"""Loading what records refer to, all of it at once: entities, outlets and articles by their ids."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Row, exists, func, select, tuple_

from app.model.article import Published
from app.store.records import ArticleRef, EntityRef, OutletRef
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.entities import entity
from app.store.tables.outlets import outlet

_PARTS = ("raw", "origin", "precision", "instant", "local", "clock")
PUBLISHED = [article.c[f"published_{part}"] for part in _PARTS]
"""The columns that `published_of` reads."""


def ids(values: Iterable[UUID | None]) -> list[UUID]:
    """Each id once."""
    return list({value for value in values if value is not None})


def entity_refs(session: Session, wanted: Iterable[UUID | None]) -> Mapping[UUID, EntityRef]:
    rows = session.execute(select(entity.c.id, entity.c.name, entity.c.kind).where(entity.c.id.in_(ids(wanted))))
    return {row.id: EntityRef(id=row.id, name=row.name, kind=row.kind) for row in rows}


def outlet_refs(session: Session, wanted: Iterable[UUID | None]) -> Mapping[UUID, OutletRef]:
    rows = session.execute(select(outlet.c.id, outlet.c.name).where(outlet.c.id.in_(ids(wanted))))
    return {row.id: OutletRef(id=row.id, name=row.name) for row in rows}


def article_refs(session: Session, wanted: Iterable[UUID]) -> Mapping[UUID, ArticleRef]:
    columns = (article.c.id, article.c.title, article.c.outlet_id, superseded().label("superseded"), *PUBLISHED)
    rows = session.execute(select(*columns).where(article.c.id.in_(ids(wanted)))).all()
    outlets = outlet_refs(session, (row.outlet_id for row in rows))
    return {
        row.id: ArticleRef(
            id=row.id,
            title=row.title,
            outlet=outlets.get(row.outlet_id),
            published=published_of(row),
            superseded=row.superseded,
        )
        for row in rows
    }


def superseded() -> ColumnElement[bool]:
    """Whether another version of an article, or of what it repeats, stands in its place: a later one, but what is cut
    replaces nothing whole, and what is whole replaces whatever is cut."""
    other = article.alias("other")
    better = tuple_(~other.c.truncated, other.c.id) > tuple_(~article.c.truncated, article.c.id)
    first = chain(article)
    return exists().where(other.c.version_of == first, better) | exists().where(other.c.id == first, better)


def chain(of: FromClause) -> ColumnElement[UUID]:
    """The first version of an article; of one that came again unchanged, that of the article whose words it repeats."""
    same = article.alias("same")
    repeated = select(func.coalesce(same.c.version_of, same.c.id)).where(
        same.c.id == of.c.copy_of, same.c.url == of.c.url, of.c.copy_score == 1
    )
    return func.coalesce(of.c.version_of, repeated.correlate(of).scalar_subquery(), of.c.id)


def published_of(row: Row[Any]) -> Published | None:
    """The publication time that a row with the `PUBLISHED` columns holds."""
    return _time(row, "published")


def modified_of(row: Row[Any]) -> Published | None:
    """The time of change that a row of the article table holds."""
    return _time(row, "modified")


def _time(row: Row[Any], kind: str) -> Published | None:
    """A time of change is never a clock's alone, so it has no column for one."""
    values: dict[str, Any] = {part: getattr(row, f"{kind}_{part}", None) for part in _PARTS}
    return None if values["raw"] is None else Published(**values)
