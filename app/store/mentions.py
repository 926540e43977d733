"""Mentions: the spans of articles that name somebody or something."""

from dataclasses import dataclass
from uuid import UUID

from app.model.mention import EntityKind, MentionKind
from app.store.paging import TextSort
from app.store.records import MentionRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFilter:
    article_id: UUID | None = None
    entity_id: UUID | None = None
    kind: MentionKind | None = None
    entity_kind: EntityKind | None = None


def page(
    session: Session,
    where: MentionFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: TextSort = TextSort.NEWEST,
) -> Page[MentionRecord]:
    """Mentions, those of one article in the order of its text where `sort` says so."""
    raise NotImplementedError
