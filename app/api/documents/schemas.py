"""Documents over the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.fields import (
    EXAMPLE_INSTANT,
    NO_NUL,
    TEXT,
    GivenAddress,
    GivenInstant,
    GivenText,
    GivenUrl,
    count_field,
    id_field,
    list_field,
    object_field,
    plain_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, NoParameters, PageParameters
from app.api.schemas import FailureInfo, ListSchema, Schema
from app.model.document import DocumentState
from app.store.paging import Sort

MOST_SKIPPED = 100
"""So many sorts of things passed over are listed; the reader names fewer."""


class SubmittedMediaType(StrEnum):
    """What the content of a JSON submission may be: text, a page, a feed or records."""

    TEXT = "text/plain"
    HTML = "text/html"
    XHTML = "application/xhtml+xml"
    XML = "application/xml"
    RSS = "application/rss+xml"
    ATOM = "application/atom+xml"
    JSON = "application/json"
    JSON_LINES = "application/x-ndjson"


class SkippedInfo(Schema):
    """Something that was passed over in a document that was read otherwise."""

    reason: Annotated[str, text_field("What, and why, in a few words.", "no HTML page (image/png)", 2_000)]
    count: Annotated[int, count_field("How often.", 12)]


class Document(Schema):
    """What was submitted, and where it stands. Its bytes are at `/v1/documents/{id}/content`."""

    id: Annotated[UUID, id_field("The document's id.")]
    state: Annotated[DocumentState, plain_field("Where it stands.", "done")]
    failure: Annotated[FailureInfo | None, object_field("Why it failed; null unless it did.")]
    skipped: Annotated[
        list[SkippedInfo], list_field("What was passed over in it, such as images in a web archive.", MOST_SKIPPED)
    ]
    media_type: Annotated[
        str | None, text_field("What its sender says it is; null until it is fetched.", "text/html", 300)
    ]
    charset: Annotated[str | None, text_field("The charset that its sender named.", "utf-8", 300)]
    url: Annotated[str | None, text_field("Where it was found.", "https://courier.example/harbour", 8_000)]
    final_url: Annotated[
        str | None, text_field("Where redirects led when it was fetched here.", "https://courier.example/2026/1", 8_000)
    ]
    outlet: Annotated[str | None, text_field("Who published it, in the submitter's words.", "The Northern Courier")]
    fetched_at: Annotated[datetime | None, time_field("When it was fetched.")]
    received_at: Annotated[datetime, time_field("When it was stored.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]
    size: Annotated[int | None, count_field("Its length in bytes; null until it is fetched.", 18_230)]
    sha256: Annotated[
        str | None,
        text_field("The SHA-256 of its bytes in hexadecimal; null until it is fetched.", "9f86d081884c7d65" * 4, 64),
    ]
    attempts: Annotated[int, count_field("How often its processing was started, or its fetching was in vain.", 1)]
    article_count: Annotated[int, count_field("How many news items were found in it.", 3)]


class DocumentList(ListSchema):
    """A page of documents."""

    items: Annotated[list[Document], list_field("The documents.", MOST_ITEMS)]


class DocumentParameters(PageParameters):
    """The query of the list of documents."""

    state: Annotated[DocumentState | None, plain_field("Only documents that stand so.", "failed")] = None
    outlet: Annotated[GivenText | None, plain_field("The outlet that the submitter named.", "The Northern Courier")] = (
        None
    )
    url: Annotated[GivenUrl | None, plain_field("The address it was found at.", "https://courier.example/")] = None
    received_after: Annotated[GivenInstant | None, plain_field("Stored at this instant or later.", EXAMPLE_INSTANT)] = (
        None
    )
    received_before: Annotated[GivenInstant | None, plain_field("Stored before this instant.", EXAMPLE_INSTANT)] = None
    sort: Annotated[Sort, plain_field("The order.", "newest")] = Sort.NEWEST


class Source(BaseModel):
    """Where a document came from. The same bytes from the same source (the URL, else the outlet) are one document."""

    url: Annotated[
        GivenAddress | None, plain_field("Where it was found: an http or https URL.", "https://courier.example/")
    ] = None
    outlet: Annotated[GivenText | None, plain_field("Who published it.", "The Northern Courier")] = None
    fetched_at: Annotated[GivenInstant | None, plain_field("When it was fetched.", EXAMPLE_INSTANT)] = None


class SourceParameters(NoParameters, Source):
    """The query that goes with a document sent as text; with JSON these are fields of the body."""


class DocumentSubmission(Source):
    """A document to ingest, as JSON: its content, or the `url` alone that it is to be fetched from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    content: Annotated[
        Annotated[str, Field(min_length=1, max_length=TEXT, pattern=NO_NUL)] | None,
        plain_field(
            "The page, text, feed or records; the bound in bytes is the server's. Without it `url` is fetched.",
            "Harbour stays open\n\n“We will not close the harbour,” Mara Ellison said.",
        ),
    ] = None
    media_type: Annotated[SubmittedMediaType, plain_field("What the content is.", "text/plain")] = (
        SubmittedMediaType.TEXT
    )
