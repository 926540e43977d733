"""Versions that a later one replaced, or replaces no more: they have changed, though nothing is written in them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from app.store.deriving.reconcile import touch
from app.store.references import chain
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article

_LINKS = select(article.c.id, func.coalesce(article.c.version_of, article.c.id), article.c.truncated)
_REPEATS = select(article.c.id, chain(article), article.c.truncated)


class Link(NamedTuple):
    """An article among the versions that it belongs to."""

    article: UUID
    first: UUID
    truncated: bool

    @property
    def rank(self) -> tuple[bool, UUID]:
        """The version that stands is the one with the highest: see `app.store.references.superseded`."""
        return not self.truncated, self.article


def links(session: Session, document_id: UUID) -> set[Link]:
    """The articles of a document."""
    return {Link(*row) for row in session.execute(_LINKS.where(article.c.document_id == document_id))}


def touch_replaced(session: Session, came_or_went: Collection[Link], moment: datetime) -> None:
    """Mark as changed what would stand without each of these and does not with it: the version of others, and what
    repeats a version of others since."""
    firsts, own = {each.first for each in came_or_went}, {each.article for each in came_or_went}
    theirs = _LINKS.where(among(article.c.id, firsts) | among(article.c.version_of, firsts))
    versions = [Link._make(row) for row in session.execute(theirs)] if firsts else []
    repeats = _REPEATS.where(among(article.c.copy_of, {link.article for link in versions}))
    repeating = [Link._make(row) for row in session.execute(repeats)] if versions else []
    standing, best = _best(link for link in versions if link.article not in own), _best(came_or_went)
    replaced = {
        other.article
        for other in (*standing.values(), *repeating)
        if other.first in best and standing.get(other.first, other).rank <= other.rank < best[other.first].rank
    }
    touch(session, article, replaced, moment)


def _best(links: Iterable[Link]) -> dict[UUID, Link]:
    """Of each article's versions the one that ranks highest."""
    best: dict[UUID, Link] = {}
    for link in links:
        best[link.first] = max(link, best.get(link.first, link), key=attrgetter("rank"))
    return best
