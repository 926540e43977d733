"""Versions that a later one replaced, or replaces no more: they have changed, though nothing is written in them."""

from collections.abc import Collection
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from app.store.deriving.reconcile import touch
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article

_LINKS = select(article.c.id, func.coalesce(article.c.version_of, article.c.id), article.c.truncated)


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
    """Mark as changed the version of others that would stand without each of these, where it does not stand with it."""
    firsts, own = {each.first for each in came_or_went}, {each.article for each in came_or_went}
    theirs = _LINKS.where(among(article.c.id, firsts) | among(article.c.version_of, firsts))
    standing: dict[UUID, Link] = {}
    for link in map(Link._make, session.execute(theirs) if firsts else ()):
        if link.article not in own:
            standing[link.first] = max(link, standing.get(link.first, link), key=attrgetter("rank"))
    pairs = ((each, standing.get(each.first)) for each in came_or_went)
    touch(session, article, {other.article for each, other in pairs if other and each.rank > other.rank}, moment)
