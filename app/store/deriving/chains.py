"""Versions that a later one replaced, or replaces no more: they have changed, though nothing is written in them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from app.store.deriving.reconcile import touch
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article

type Link = tuple[UUID, UUID]
"""An article and the first version of what it is a later version of."""


def links(session: Session, document_id: UUID) -> set[Link]:
    """The later versions among a document's articles."""
    query = select(article.c.id, article.c.version_of)
    mine = query.where(article.c.document_id == document_id, article.c.version_of.is_not(None))
    return {(later, first) for later, first in session.execute(mine)}


def touch_replaced(session: Session, came_or_went: Collection[Link], moment: datetime) -> None:
    """Mark the version before each of these as changed."""
    firsts = {first for _, first in came_or_went}
    query = select(article.c.id, func.coalesce(article.c.version_of, article.c.id))
    theirs = query.where(among(article.c.id, firsts) | among(article.c.version_of, firsts))
    chains = session.execute(theirs).all() if firsts else []
    earlier = (
        [member for member, chain in chains if chain == first and member < later] for later, first in came_or_went
    )
    touch(session, article, {max(members) for members in earlier if members}, moment)
