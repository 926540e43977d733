"""Sources over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.fields import (
    GivenText,
    GivenUrl,
    GivenWebAddress,
    count_field,
    id_field,
    list_field,
    plain_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.schemas import ListSchema, Schema
from app.model.source import LONGEST_INTERVAL, SHORTEST_INTERVAL, Entries
from app.store.paging import Sort

_FEED = "https://courier.example/feed.xml"
_INTERVAL = 1_800

Interval = Annotated[int, Field(strict=True, ge=SHORTEST_INTERVAL, le=LONGEST_INTERVAL)]
"""Seconds from one look to the next, five minutes to a week."""

Flag = Annotated[bool, Field(strict=True)]


class Source(Schema):
    """A feed that is looked at on a schedule. What is new in it becomes documents."""

    id: Annotated[UUID, id_field("The source's id.")]
    url: Annotated[str, text_field("Where the feed is.", _FEED, 8_000)]
    outlet: Annotated[str | None, text_field("Who publishes it; its documents get this name.", "The Northern Courier")]
    interval_seconds: Annotated[int, count_field("The time from one look to the next.", _INTERVAL)]
    entries: Annotated[
        Entries,
        plain_field("`feed`: entries are read as the feed has them; `pages`: their pages are fetched.", "feed"),
    ]
    paused: Annotated[bool, plain_field("Whether it is left alone.", False)]
    next_poll_at: Annotated[datetime, time_field("When it is due.")]
    last_polled_at: Annotated[datetime | None, time_field("When it was last looked at, with success or without.")]
    last_changed_at: Annotated[datetime | None, time_field("When there was last something new in it.")]
    last_error: Annotated[
        str | None,
        text_field("Why the last look failed; null unless it did.", "courier.example answered 500: try again later."),
    ]
    failures: Annotated[int, count_field("How many looks failed since the last that did not.", 0)]
    created_at: Annotated[datetime, time_field("When it was added.")]
    updated_at: Annotated[datetime, time_field("When somebody last changed it.")]


class SourceList(ListSchema):
    """A page of sources."""

    items: Annotated[list[Source], list_field("The sources.", MOST_ITEMS)]


class SourceParameters(PageParameters):
    """The query of the list of sources."""

    url: Annotated[GivenUrl | None, plain_field("The feed's address.", _FEED)] = None
    paused: Annotated[bool | None, plain_field("Only those that are left alone, or only the others.", False)] = None
    sort: Annotated[Sort, plain_field("The order.", "newest")] = Sort.NEWEST


class SourceSubmission(BaseModel):
    """A source to add."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Annotated[GivenWebAddress, plain_field("Where the feed is: RSS, Atom or JSON Feed.", _FEED)]
    outlet: Annotated[GivenText | None, plain_field("Who publishes it.", "The Northern Courier")] = None
    interval_seconds: Annotated[Interval, plain_field("The time from one look to the next.", _INTERVAL)] = _INTERVAL
    entries: Annotated[Entries, plain_field("What becomes of new entries.", "feed")] = Entries.FEED
    paused: Annotated[Flag, plain_field("Whether it is left alone for now.", False)] = False


class SourceChange(BaseModel):
    """What is to be different about a source. What is left out, or null, stays; only an outlet of null is forgotten."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: Annotated[GivenText | None, plain_field("Who publishes it; null: nobody is named.", "The Courier")] = None
    interval_seconds: Annotated[Interval | None, plain_field("The time from one look to the next.", _INTERVAL)] = None
    entries: Annotated[Entries | None, plain_field("What becomes of new entries.", "pages")] = None
    paused: Annotated[Flag | None, plain_field("Whether it is left alone.", True)] = None
