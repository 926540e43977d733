"""Stories of a resolution: made before their articles, and told anew from their articles afterwards."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from app.model.resolution import Regrouped, Resolution, Resolved
from app.store.deriving.reconcile import Difference, difference, write
from app.store.deriving.rows import Row
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.sketches import sketch
from app.store.tables.stories import story

TITLE_LENGTH = 120
"""An untitled article lends its story so much of its beginning."""


def ensure_stories(session: Session, resolution: Resolution, moment: datetime) -> set[UUID]:
    """Insert the stories that are not there yet; their ids."""
    wanted = _begun(session, resolution.regrouped) | {
        each.sketch.story: _row(each) for each in reversed(resolution.items)
    }
    known = set(session.execute(select(story.c.id).where(among(story.c.id, wanted))).scalars())
    write(
        session, Difference(story, {}, new=[row for story_id, row in wanted.items() if story_id not in known]), moment
    )
    return wanted.keys() - known


def _begun(session: Session, regrouped: Collection[Regrouped]) -> dict[UUID, Row]:
    """Stories told of one of the articles that are moved to them."""
    into = {each.article: each.story for each in regrouped}
    query = select(
        article.c.id, article.c.title, func.left(article.c.body, TITLE_LENGTH).label("beginning"), sketch.c.at
    )
    rows = session.execute(query.join(sketch, sketch.c.article_id == article.c.id).where(among(article.c.id, into)))
    return {
        into[row.id]: {
            "id": into[row.id],
            "title": title_of(row.title, row.beginning),
            "first_at": row.at,
            "last_at": row.at,
        }
        for row in rows
    }


def regroup(session: Session, resolution: Resolution, moment: datetime) -> set[UUID]:
    """Move the articles of other documents that are in another story now, and make stories one that became so. The
    stories that articles joined or left, those that became part of others left out.

    Whatever still is in a story that became part of another moves with it, and so does what became part of it before.
    """
    into = {each.article: each for each in resolution.regrouped}
    left = set(session.execute(select(article.c.story_id).where(among(article.c.id, into))).scalars())
    moved: list[Row] = [
        {"id": each.article, "story_id": each.story, "story_reasons": list(each.reasons)} for each in into.values()
    ]
    write(session, Difference(article, {}, changed=moved), moment)
    for judgement in resolution.merged:
        _merge(session, judgement.left, judgement.right, moment)
    merged = {judgement.left for judgement in resolution.merged}
    return (left | {each.story for each in into.values()} | {each.right for each in resolution.merged}) - merged


def _merge(session: Session, loser: UUID, survivor: UUID, moment: datetime) -> None:
    rest = update(article).where(article.c.story_id == loser)
    session.execute(rest.values(story_id=survivor, updated_at=moment))
    for those in (story.c.merged_into == loser, story.c.id == loser):
        session.execute(update(story).where(those).values(merged_into=survivor, updated_at=moment))


def _row(resolved: Resolved) -> Row:
    made, at = resolved.item.findings.article, resolved.sketch.at
    title = title_of(made.title, made.body)
    return {"id": resolved.sketch.story, "title": title, "first_at": at, "last_at": at}


def title_of(title: str, body: str) -> str:
    """An article's title, or the beginning of its body."""
    return title or body[:TITLE_LENGTH].split("\n", maxsplit=1)[0]


def retell(session: Session, story_ids: Collection[UUID], regrouped: Collection[UUID], moment: datetime) -> None:
    """Give stories the title of their earliest article and the times of the first and last.

    `regrouped` are those that articles joined or left: they count as changed in any case.
    """
    told = _told(session, story_ids)
    found = difference(session, story, among(story.c.id, [row["id"] for row in told]), ("id",), told)
    changed = {row["id"] for row in found.changed}
    also = [row for row in told if row["id"] in regrouped and row["id"] not in changed]
    write(session, Difference(story, {}, changed=[*found.changed, *also]), moment)


def _told(session: Session, story_ids: Collection[UUID]) -> list[Row]:
    times = (
        select(article.c.story_id, func.min(sketch.c.at).label("first_at"), func.max(sketch.c.at).label("last_at"))
        .join(sketch, sketch.c.article_id == article.c.id)
        .where(among(article.c.story_id, story_ids))
        .group_by(article.c.story_id)
        .subquery()
    )
    earliest = (
        select(times, article.c.title, func.left(article.c.body, TITLE_LENGTH).label("beginning"))
        .ext(distinct_on(times.c.story_id))
        .join(article, article.c.story_id == times.c.story_id)
        .join(sketch, sketch.c.article_id == article.c.id)
        .order_by(times.c.story_id, sketch.c.at, article.c.id)
    )
    return [
        {
            "id": row.story_id,
            "title": title_of(row.title, row.beginning),
            "first_at": row.first_at,
            "last_at": row.last_at,
        }
        for row in session.execute(earliest)
    ]
