"""Entities: persons, organisations, places and events, resolved across articles."""

from dataclasses import dataclass
from uuid import UUID

from app.model.entity import Judgement
from app.model.mention import EntityKind
from app.store.paging import NamedSort
from app.store.records import EntityRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFilter:
    """`name` matches any alias without case and accents: the whole, the beginning, a word of it, or nearly spelt so."""

    kind: EntityKind | None = None
    name: str | None = None
    wikidata: str | None = None
    article_id: UUID | None = None


def page(
    session: Session,
    where: EntityFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: NamedSort = NamedSort.NEWEST,
) -> Page[EntityRecord]:
    """Entities that were not merged away."""
    raise NotImplementedError


def get(session: Session, entity_id: UUID) -> EntityRecord:
    """One entity. Raises `Merged` (with its survivor), `Gone` or `NotFound`."""
    raise NotImplementedError


def merge(session: Session, loser: UUID, survivor: UUID, judgement: Judgement) -> EntityRecord:
    """Make two entities one and keep why: everything said of `loser` is said of `survivor` from now on.

    Mentions (with their roles), quotes, utterances, claims and aliases move; `get(loser)` raises `Merged`. Waits for
    resolving writers. Raises `Conflict` where both are the same, and what `get` raises where either is no entity.
    """
    raise NotImplementedError
