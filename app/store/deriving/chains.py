"""Versions that a later one replaced, or replaces no more: they have changed, though nothing is written in them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.store.deriving.reconcile import touch
from app.store.references import chain
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
    """Mark the version before each of these as changed, and what repeated it since."""
    firsts = {first for _, first in came_or_went}
    versions = among(article.c.id, firsts) | among(article.c.version_of, firsts)
    of = dict(session.execute(select(article.c.id, chain(article)).where(versions)).all()) if firsts else {}
    copies = select(article.c.id, chain(article)).where(among(article.c.copy_of, of))
    repeats = dict(session.execute(copies).all()) if of else {}
    replaced: set[UUID] = set()
    for later, first in came_or_went:
        if earlier := [each for each, its in of.items() if its == first and each < later]:
            before = max(earlier)
            replaced |= {before, *(each for each, its in repeats.items() if its == first and before < each < later)}
    touch(session, article, replaced, moment)
