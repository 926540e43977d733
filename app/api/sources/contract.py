"""What the OpenAPI document says of the endpoints that write sources, beyond what their signatures tell."""

from typing import Any

from app.api import kinds
from app.api.answers import Responses, declared

_HEADER = {"type": "string", "maxLength": 2_000}
_BODY = declared(kinds.MALFORMED_JSON, kinds.UNSUPPORTED_MEDIA_TYPE)
CREATED: Responses = {
    201: {
        "description": "It is stored, and looked at as soon as a worker is free.",
        "headers": {
            "Location": {"description": "The source's address.", "schema": _HEADER},
            "Idempotency-Replayed": {"description": "`true` where this is the first answer again.", "schema": _HEADER},
        },
    }
}
OF_CREATION = CREATED | _BODY | declared(kinds.CONFLICT)
OF_REMOVAL = declared(kinds.NOT_FOUND, kinds.GONE, kinds.PRECONDITION_FAILED)
OF_CHANGE = _BODY | OF_REMOVAL


def body(model: str) -> dict[str, Any]:
    """A required body of JSON after the schema of this name."""
    schema = {"$ref": f"#/components/schemas/{model}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
