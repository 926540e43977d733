"""Stories: articles about the same event."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.store.paging import Sort
from app.store.records import Page, StoryRecord
from app.store.session import Session


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
    raise NotImplementedError


def get(session: Session, story_id: UUID) -> StoryRecord:
    """One story. Raises `Gone` or `NotFound`."""
    raise NotImplementedError
