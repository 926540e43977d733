"""Articles: single news items, normalized."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class ArticleKind(StrEnum):
    """What a news item is on its page."""

    ARTICLE = "article"
    BRIEF = "brief"
    RELATED_TEASER = "related_teaser"
    TOPIC_ENTRY = "topic_entry"
    LIVE_UPDATE = "live_update"


class Precision(StrEnum):
    """The finest unit that the page gave of a time. CLOCK: a time of day without a date."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an item says it was published, and no more than it says.

    Exactly one of the three is set: `instant` (aware, where the zone is known), `local` (naive: the page named no
    zone; midnight where `precision` is DAY) or `clock` (a time of day with no date). `raw` is the page's own string;
    `origin` says where it stood ("text", "meta:article:published_time", "json-ld:datePublished", "stated" …).
    """

    raw: str
    origin: str
    precision: Precision
    instant: datetime | None = None
    local: datetime | None = None
    clock: time | None = None

    def __post_init__(self) -> None:
        if sum(value is not None for value in (self.instant, self.local, self.clock)) != 1:
            raise ValueError("a publication time is an instant, a local time or a clock time: exactly one of them")
        if self.instant is not None and self.instant.tzinfo is None:
            raise ValueError("an instant needs a zone")
        if self.local is not None and self.local.tzinfo is not None:
            raise ValueError("a local time has no zone")
        if (self.clock is not None) != (self.precision is Precision.CLOCK):
            raise ValueError("precision 'clock' goes with a clock time, and only with it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news item. All offsets elsewhere index `text`: the title, a blank line, the body (or what there is of them).

    `body` holds paragraphs separated by one blank line. `language` is ISO 639-1, None where unsure. `truncated`: the
    page itself shows only the beginning. `byline` is the page's line, `authors` the names in it.
    """

    kind: ArticleKind
    title: str
    body: str
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    truncated: bool = False
    url: str | None = None
    outlet: str | None = None

    @property
    def text(self) -> str:
        return "\n\n".join(part for part in (self.title, self.body) if part)

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`."""
        return len(self.title) + 2 if self.title and self.body else len(self.title)
