"""Articles: single news items, normalized."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from app.model.printed import PageLines
from app.model.span import Span


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
    """When an item says it was published, or last changed, and no more than it says.

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
class Dateline:
    """The words before an item's first sentence: "BEIRUT/THE HAGUE, March 7 (Reuters) -".

    `text` is what one of the body's first paragraphs begins with, for the body keeps it. `places` and `day` are as
    printed (a day often without its year), `agency` bears the name that `Article.agencies` has.
    """

    text: str
    places: tuple[str, ...] = ()
    day: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the value of one of an article's fields came from, and how sure it is (0-1).

    `origin` is "submitted" (the sender's word), "stated" (the container's: a feed, a record), "site:…" (declared for
    the publisher), "json-ld:…", "meta:…", "microdata:…" (with the name of the property), "link:canonical",
    "html:lang", "time", "h1", "title", "text" (what the page shows) or "url".
    """

    field: str
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news item. All offsets elsewhere index `text`: the title, a blank line, the body (or what there is of them).

    `body` holds paragraphs separated by one blank line. `language` is ISO 639-1, None where unsure. `truncated`: the
    page itself shows only the beginning; `paywalled`: the page says that reading it is not free for everybody, None
    where it says nothing of that. `byline` is the page's line, `authors` the names in it as the page states them,
    agencies among them; `agencies` are those of byline, dateline and credit apart, each by one name whatever the
    language; `written_in` the places of the byline ("By X and Y in Kyiv"). `url` is the canonical address without
    tracking, `outlet_url` the outlet's home page. `origins` says of each field that has a value where it came from.
    `page_lines` is what later pages of the outlet are compared with, None where the outlet is not known. `elsewhere`
    are the passages of a live page's article that its updates hold: they are printed here and read there.
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
    outlet_url: str | None = None
    modified: Published | None = None
    agencies: tuple[str, ...] = ()
    dateline: Dateline | None = None
    written_in: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    paywalled: bool | None = None
    origins: tuple[Origin, ...] = ()
    page_lines: PageLines | None = None
    elsewhere: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(part for part in (self.title, self.body) if part)

    @property
    def own_body(self) -> str:
        """The body without the passages that are read elsewhere."""
        edges = [self.body_start, *(edge for span in self.elsewhere for edge in (span.start, span.end)), len(self.text)]
        text = self.text
        return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip("\n")

    @property
    def own_text(self) -> str:
        """What can be compared with other articles: the title, a blank line, the own body."""
        return "\n\n".join(part for part in (self.title, self.own_body) if part)

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`."""
        return len(self.title) + 2 if self.title and self.body else len(self.title)
