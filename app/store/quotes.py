"""Quotes: who is said to have said what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.model.quote import QuoteKind
from app.store.records import Page, QuoteRecord
from app.store.session import Session


class QuoteSort(StrEnum):
    """By creation, by the article's publication (undated last in `latest`), or by place in one article's text."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LATEST = "latest"
    EARLIEST = "earliest"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    `speaker` is a name: it matches the entities that have it for an alias or end in it ("Peskov"), and, of the quotes
    whose speaker was left open, those that print it in the speaker's phrase; `about` a name in the same way, entities
    only. Ids of merged entities stand for their survivors. Published: the article's instant, or its local time read as
    UTC; a clock time alone is in no range. Ingested: when the quote was first stored. `outlet` is an id or a name;
    `text` a web search over the quoted words.
    """

    speaker_id: UUID | None = None
    speaker: str | None = None
    about_id: UUID | None = None
    about: str | None = None
    outlet: UUID | str | None = None
    kind: QuoteKind | None = None
    text: str | None = None
    article_id: UUID | None = None
    utterance_id: UUID | None = None
    claim_id: UUID | None = None
    story_id: UUID | None = None
    hedged: bool | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


def page(
    session: Session,
    where: QuoteFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: QuoteSort = QuoteSort.NEWEST,
) -> Page[QuoteRecord]:
    raise NotImplementedError


def get(session: Session, quote_id: UUID) -> QuoteRecord:
    """One quote. Raises `Gone` or `NotFound`."""
    raise NotImplementedError
