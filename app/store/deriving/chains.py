"""Versions that a later one replaced, or replaces no more: they have changed, though nothing is written in them."""

from bisect import bisect_left
from collections import defaultdict
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
    chains: dict[UUID, list[UUID]] = defaultdict(list)
    for member, first in session.execute(theirs.order_by(article.c.id)) if firsts else ():
        chains[first].append(member)
    before = ((chains[first], bisect_left(chains[first], later)) for later, first in came_or_went)
    touch(session, article, {chain[at - 1] for chain, at in before if at}, moment)
