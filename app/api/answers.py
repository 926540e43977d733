"""How error answers are declared in the OpenAPI document."""

from typing import Any

from app.api import kinds
from app.api.kinds import Kind
from app.api.problems import MEDIA_TYPE

PROBLEM = {"$ref": "#/components/schemas/Problem"}


def declared(*some: Kind) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint that may answer with these problems."""
    by_status: dict[int | str, list[Kind]] = {}
    for kind in some:
        by_status.setdefault(kind.status.value, []).append(kind)
    return {
        status: {
            "description": " / ".join(kind.title for kind in sorts),
            "content": {MEDIA_TYPE: {"schema": PROBLEM}},
        }
        for status, sorts in by_status.items()
    }


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

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "The client has this already (If-None-Match)."},
}
MERGED: dict[int | str, dict[str, Any]] = {
    308: {"description": "It was merged; `Location` is the survivor's address."},
}
OF_LIST = declared(kinds.BAD_CURSOR) | NOT_MODIFIED
OF_ONE = declared(kinds.NOT_FOUND, kinds.GONE) | NOT_MODIFIED
OF_RELATION = OF_LIST | OF_ONE
