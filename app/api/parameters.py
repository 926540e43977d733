"""Parameters that several resources take."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Path, Query
from pydantic import BaseModel, Field

from app.api.fields import EXAMPLE_ID, GivenId, GivenInstant, GivenText, plain_field
from app.api.paging import NoParameters
from app.api.schemas import Offsets

PathId = Annotated[GivenId, Path(alias="id", description="The id.", examples=[EXAMPLE_ID])]

IfMatch = Annotated[
    Annotated[str, Field(max_length=2_000)] | None,
    Header(alias="If-Match", description="Only if it is still as it was under this ETag.", examples=['"5f1c9b"']),
]

_BEGIN, _END = "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"


class PublishedRange(BaseModel):
    """A range of publication."""

    published_after: Annotated[
        GivenInstant | None, plain_field("Published at this instant or later (a local time is read as UTC).", _BEGIN)
    ] = None
    published_before: Annotated[GivenInstant | None, plain_field("Published before this instant.", _END)] = None


class IngestedRange(BaseModel):
    """A range of ingestion."""

    ingested_after: Annotated[GivenInstant | None, plain_field("First stored at this instant or later.", _BEGIN)] = None
    ingested_before: Annotated[GivenInstant | None, plain_field("First stored before this instant.", _END)] = None


class TextSearch(BaseModel):
    """A full-text search."""

    text: Annotated[
        GivenText | None, plain_field('Words to search for; "exact words" in quotation marks, -without.', "harbour")
    ] = None


class OffsetChoice(BaseModel):
    """The unit of offsets."""

    offsets: Annotated[Offsets, plain_field("What offsets in the answer count.", "code_points")] = Offsets.CODE_POINTS


def id_or_name(value: str | None) -> UUID | str | None:
    """A filter that takes either: the id that it spells, else the name as it stands."""
    if value is None:
        return None
    try:
        return UUID(value) if len(value) == 36 else value
    except ValueError:
        return value


def split_id_or_name(value: str | None) -> tuple[UUID | None, str | None]:
    """The same as a pair of which at most one is set: (id, name)."""
    chosen = id_or_name(value)
    return (chosen, None) if isinstance(chosen, UUID) else (None, chosen)


def _takes_no_parameters(_: Annotated[NoParameters, Query()]) -> None:
    """A dependency: raises a 422 that names any query parameter."""


NoQuery = Depends(_takes_no_parameters)
