"""What several resources show alike: references, spans of text, times of publication, pages."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.api.fields import (
    EXAMPLE_CURSOR,
    count_field,
    id_field,
    object_field,
    plain_field,
    text_field,
    time_field,
)
from app.model.article import Precision
from app.model.mention import EntityKind


class Schema(BaseModel):
    """The base of everything that goes over the wire."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Offsets(StrEnum):
    """What offsets count: Unicode code points, or the UTF-16 code units that JavaScript strings are made of."""

    CODE_POINTS = "code_points"
    UTF16 = "utf16"


class TotalRelation(StrEnum):
    """Whether a total is exact (eq) or a lower bound at which counting stopped (gte)."""

    EQ = "eq"
    GTE = "gte"


class Total(Schema):
    """How many items the whole list has."""

    value: Annotated[int, count_field("The number counted.", 42)]
    relation: Annotated[TotalRelation, plain_field("Whether the number is exact or a lower bound.", "eq")]


class ListSchema(Schema):
    """A page of a list."""

    next_cursor: Annotated[
        str | None, text_field("Where the next page begins; null on the last page.", EXAMPLE_CURSOR, 2_000)
    ]
    total: Annotated[Total, object_field("The number of items on all pages together.")]


class TextSpan(Schema):
    """A half-open stretch of the article's text."""

    start: Annotated[int, count_field("Where it begins in the article's `text`.", 61)]
    end: Annotated[int, count_field("Where it ends: the offset after its last character.", 92)]


class Excerpt(TextSpan):
    """A stretch of the article's text, with what stands around it, so that it can be found again in a changed page."""

    exact: Annotated[str, text_field("The words: text[start:end].", "We will not close the harbour.")]
    prefix: Annotated[str, text_field("Up to 32 characters before it.", "The minister was plain: “", 64)]
    suffix: Annotated[str, text_field("Up to 32 characters after it.", "” She spoke in Aldmouth.", 64)]


class FailureInfo(Schema):
    """A stage that did not finish, and why."""

    stage: Annotated[str, text_field("The stage.", "read", 100)]
    reason: Annotated[str, text_field("Why, and what can be done, in a sentence.", "The document is empty.")]


class PublicationTime(Schema):
    """When a page says that an item was published, and no more than it says.

    Exactly one of `instant`, `local` and `clock` is set: `instant` where the zone is known; `local` where the page
    gives date and time (or, with precision `day`, a date alone) but no zone; `clock` where it gives a time of day and
    no date. Nothing is guessed: a local time is not turned into an instant, and a clock time gets no date. Filters by
    publication read a local time as UTC, and pass over a clock time.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "instant": None,
                    "local": "2026-03-14T09:26:00",
                    "clock": None,
                    "precision": "minute",
                    "raw": "14 March 2026, 9:26",
                    "origin": "text",
                    "zone_known": False,
                }
            ]
        }
    )

    instant: Annotated[datetime | None, time_field("The instant, where the zone is known.")]
    local: Annotated[
        str | None,
        text_field("ISO 8601 date and time without a zone, or the date alone.", "2026-03-14T09:26:00", 32),
    ]
    clock: Annotated[str | None, text_field("The time of day, where no date is given.", "09:26", 20)]
    precision: Annotated[Precision, plain_field("The finest unit that the page gave.", "minute")]
    raw: Annotated[str, text_field("The page's own words.", "14 March 2026, 9:26")]
    origin: Annotated[str, text_field("Where on the page they stood.", "text", 200)]
    zone_known: Annotated[bool, plain_field("Whether the zone is known, that is whether `instant` is set.", False)]


class OutletRef(Schema):
    """An outlet in brief."""

    id: Annotated[UUID, id_field("The outlet's id.")]
    name: Annotated[str, text_field("Its name.", "The Northern Courier")]


class EntityRef(Schema):
    """An entity in brief."""

    id: Annotated[UUID, id_field("The entity's id.")]
    name: Annotated[str, text_field("Its name.", "Mara Ellison")]
    kind: Annotated[EntityKind, plain_field("What it is.", "person")]


class ArticleRef(Schema):
    """An article in brief."""

    id: Annotated[UUID, id_field("The article's id.")]
    title: Annotated[str, text_field("Its title; empty where it has none.", "Harbour stays open, minister says")]
    outlet: Annotated[OutletRef | None, object_field("Who published it; null where that is unknown.")]
    published: Annotated[PublicationTime | None, object_field("When; null where the page does not say.")]
    superseded: Annotated[bool, plain_field("Whether a later version replaced it, or a whole one if it is cut.", False)]
