"""Stories: articles about the same event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select

from app.model.errors import Merged
from app.store.changes import absence
from app.store.names import survivor
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import Page, StoryRecord
from app.store.searching import matches
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.mentions import mention
from app.store.tables.stories import story


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    A story is in a range of activity where it touches it: its last article is not before `active_after`, its first is
    before `active_before`. `text` is a web search over its articles' titles and bodies; `entity_id` any entity they
    mention.
    """

    text: str | None = None
    entity_id: UUID | None = None
    active_after: datetime | None = None
    active_before: datetime | None = None


def page(
    session: Session, where: StoryFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[StoryRecord]:
    order = Order((story.c.id,), descending=sort is Sort.NEWEST)
    """Stories that did not become part of others."""
    query = select(story).where(story.c.merged_into.is_(None), *_conditions(session, where))
    return paged(session, query, order, Cut(after, limit), lambda rows: _records(session, rows))


def get(session: Session, story_id: UUID) -> StoryRecord:
    """One story. Raises `Merged` (with the story it became part of), `Gone` or `NotFound`."""
    rows = session.execute(select(story).where(story.c.id == story_id)).all()
    if not rows:
        raise absence(session, "story", story_id)
    if rows[0].merged_into is not None:
        raise Merged(rows[0].merged_into)
    return _records(session, rows)[0]


def current(session: Session, story_id: UUID) -> UUID:
    """The story itself, or what it became part of."""
    merged_into = session.execute(select(story.c.merged_into).where(story.c.id == story_id)).scalar_one_or_none()
    return merged_into or story_id


def _conditions(session: Session, where: StoryFilter) -> Iterable[ColumnElement[bool]]:
    if where.active_after is not None:
        yield story.c.last_at >= where.active_after
    if where.active_before is not None:
        yield story.c.first_at < where.active_before
    if where.text is not None:
        yield story.c.id.in_(select(article.c.story_id).where(matches(article.c.search, where.text)))
    if where.entity_id is not None:
        mentioned = mention.c.entity_id == survivor(session, where.entity_id)
        joined = article.join(mention, mention.c.article_id == article.c.id)
        yield story.c.id.in_(select(article.c.story_id).select_from(joined).where(mentioned))


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[StoryRecord]:
    counted = (
        select(article.c.story_id, func.count())
        .where(article.c.story_id.in_([row.id for row in rows]))
        .group_by(article.c.story_id)
    )
    counts: dict[UUID, int] = dict(session.execute(counted).all())
    return [
        StoryRecord(
            id=row.id,
            title=row.title,
            article_count=counts.get(row.id, 0),
            first_at=row.first_at,
            last_at=row.last_at,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in rows
    ]
