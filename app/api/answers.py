"""How error answers are declared in the OpenAPI document."""

from http import HTTPStatus
from itertools import groupby
from typing import Any

from app.api import kinds
from app.api.kinds import Kind
from app.api.problems import MEDIA_TYPE

type Responses = dict[int | str, dict[str, Any]]


def declared(*some: Kind) -> Responses:
    """The `responses` of an endpoint that may answer with these problems."""
    return {
        kind.status.value: {
            "$ref": f"#/components/responses/{_name(kind.status)}",
            "description": kind.status.phrase,
        }
        for kind in some
    }


def components(headers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What `declared` refers to: one answer for each status, which lists the kinds of problem that have it."""
    return {
        _name(status): {
            "description": "; ".join(f"{kind.title} (`{kind.type}`)" for kind in sorts),
            "headers": headers,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, sorts in groupby(kinds.KINDS.values(), key=lambda kind: kind.status)
    }


def _name(status: HTTPStatus) -> str:
    return "".join(word.capitalize() for word in status.name.split("_"))


ALWAYS = declared(
    kinds.BAD_REQUEST,
    kinds.UNAUTHORIZED,
    kinds.FORBIDDEN,
    kinds.NOT_ACCEPTABLE,
    kinds.REQUEST_TIMEOUT,
    kinds.CONTENT_TOO_LARGE,
    kinds.INVALID_REQUEST,
    kinds.TOO_MANY_REQUESTS,
    kinds.INTERNAL,
    kinds.UNAVAILABLE,
)
"""What any endpoint may answer."""

NOT_MODIFIED: Responses = {304: {"description": "The client has this already (If-None-Match)."}}
MERGED: Responses = {308: {"description": "It was merged; `Location` is the survivor's address."}}
OF_LIST = declared(kinds.BAD_CURSOR) | NOT_MODIFIED
OF_ONE = declared(kinds.NOT_FOUND, kinds.GONE) | NOT_MODIFIED
OF_RELATION = OF_LIST | OF_ONE
