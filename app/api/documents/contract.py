"""What the OpenAPI document says of the endpoints that take documents, beyond what their signatures tell."""

from typing import Annotated, Any

from fastapi import Header
from pydantic import Field

from app.api import kinds
from app.api.answers import MERGED, Responses, declared
from app.api.fields import TEXT

_HEADER = {"type": "string", "maxLength": 2_000}
ACCEPTED: Responses = {
    202: {
        "description": "It is stored and queued; with `Prefer: wait`, the state it reached in that time.",
        "headers": {
            "Location": {"description": "The document's address.", "schema": _HEADER},
            "Preference-Applied": {"description": "How long the answer waited at most.", "schema": _HEADER},
            "Idempotency-Replayed": {"description": "`true` where this is the first answer again.", "schema": _HEADER},
        },
    }
}
OF_SUBMISSION = ACCEPTED | declared(
    kinds.BAD_REQUEST, kinds.MALFORMED_JSON, kinds.IN_FLIGHT, kinds.UNSUPPORTED_MEDIA_TYPE
)
OF_RETRY = ACCEPTED | MERGED | declared(kinds.NOT_FOUND, kinds.CONFLICT, kinds.IN_FLIGHT, kinds.PRECONDITION_FAILED)
_BYTES = {"type": "string", "format": "binary", "minLength": 1, "maxLength": TEXT}
_OTHERS = {
    "application/xhtml+xml": "A page.",
    "application/xml": "A feed or a page.",
    "text/xml": "A feed or a page.",
    "application/rss+xml": "A feed.",
    "application/atom+xml": "A feed.",
    "application/feed+json": "A JSON Feed.",
    "application/ld+json": "Records of schema.org.",
    "application/x-ndjson": "Records of news, one a line.",
    "application/gzip": "Any of these, gzipped; at most 64 MB when it is expanded.",
    "application/warc": "A web archive, plain or gzipped.",
    "application/octet-stream": "Any of these: the bytes say which.",
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The document: as it is, or in JSON with its source (records of news go in there too, "
        "as `content`) or as a URL to fetch. Other charsets than UTF-8 are named in Content-Type.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/DocumentSubmission"}},
            "text/plain": {
                "schema": _BYTES | {"description": "A text of one or many news items."},
                "example": "Harbour stays open\n\n“We will not close the harbour,” Mara Ellison said.",
            },
            "text/html": {
                "schema": _BYTES | {"description": "A page."},
                "example": "<html><h1>Harbour stays open</h1><p>“We will not close it,” Mara Ellison said.</p></html>",
            },
            **{name: {"schema": _BYTES | {"description": what}} for name, what in _OTHERS.items()},
        },
    }
}
CONTENT: Responses = {
    200: {
        "description": "The bytes as they were submitted.",
        "content": {
            "application/octet-stream": {
                "schema": {
                    "type": "string",
                    "format": "binary",
                    "maxLength": TEXT,
                    "description": "The bytes; their media type and charset are those of the document.",
                }
            }
        },
    }
}

Prefer = Annotated[
    Annotated[str, Field(max_length=500)] | None,
    Header(
        alias="Prefer",
        description="`wait=N`: answer when the document is done or failed, after N seconds at the latest.",
        examples=["wait=10"],
    ),
]
