"""The kinds of error that the API answers with. A kind's name never changes once published."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of error: its status, its name in the `type` address, its title and what to do about it."""

    status: HTTPStatus
    name: str
    title: str
    advice: str

    @property
    def type(self) -> str:
        return f"/problems/{self.name}"


BAD_REQUEST = Kind(HTTPStatus.BAD_REQUEST, "bad-request", "Bad request", "Send a well-formed HTTP request.")
MALFORMED_JSON = Kind(HTTPStatus.BAD_REQUEST, "malformed-json", "The body is not JSON", "Send valid JSON in UTF-8.")
BAD_CURSOR = Kind(
    HTTPStatus.BAD_REQUEST,
    "bad-cursor",
    "The cursor does not fit",
    "Use `next_cursor` unchanged and with the same filters as the page it came with, or start again without a cursor.",
)
UNAUTHORIZED = Kind(
    HTTPStatus.UNAUTHORIZED, "unauthorized", "A valid key is needed", "Send `Authorization: Bearer` with a valid key."
)
FORBIDDEN = Kind(
    HTTPStatus.FORBIDDEN, "forbidden", "The key does not allow this", "Use a key that has the scope named in `detail`."
)
NOT_FOUND = Kind(HTTPStatus.NOT_FOUND, "not-found", "There is no such thing", "Check the address and the id.")
METHOD_NOT_ALLOWED = Kind(
    HTTPStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The address has no such method", "See the `Allow` header."
)
NOT_ACCEPTABLE = Kind(
    HTTPStatus.NOT_ACCEPTABLE, "not-acceptable", "Nothing acceptable to send", "Accept the media type in `detail`."
)
REQUEST_TIMEOUT = Kind(
    HTTPStatus.REQUEST_TIMEOUT, "request-timeout", "The body took too long to arrive", "Send it again, faster."
)
CONFLICT = Kind(HTTPStatus.CONFLICT, "conflict", "The state does not allow this", "Look at the thing's present state.")
IN_FLIGHT = Kind(
    HTTPStatus.CONFLICT,
    "idempotency-in-flight",
    "The first request with this key is still running",
    "Wait, then send the same request with the same Idempotency-Key again.",
)
GONE = Kind(HTTPStatus.GONE, "gone", "It was deleted", "Forget the id.")
PRECONDITION_FAILED = Kind(
    HTTPStatus.PRECONDITION_FAILED,
    "precondition-failed",
    "It has changed in the meantime",
    "Fetch it again, and repeat the request with its present ETag if it still makes sense.",
)
CONTENT_TOO_LARGE = Kind(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "content-too-large",
    "The body is too large",
    "Send less; the bound is in `detail`.",
)
UNSUPPORTED_MEDIA_TYPE = Kind(
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "unsupported-media-type",
    "The body's media type is not supported",
    "Send one of the media types that the contract lists, without a content coding, in a known charset.",
)
INVALID_REQUEST = Kind(
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "invalid-request",
    "The request does not fit the contract",
    "`errors` names each place and what is wrong there.",
)
UNREADABLE = Kind(
    HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable", "The content cannot be understood", "Do as `detail` says."
)
KEY_REUSED = Kind(
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "idempotency-key-reused",
    "The Idempotency-Key was used for another request",
    "Use a new key for a new request.",
)
TOO_MANY_REQUESTS = Kind(
    HTTPStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", "Wait as long as `Retry-After` says."
)
INTERNAL = Kind(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "internal",
    "An unexpected error",
    "Not your fault. Report it with the `request_id`, under which the log has the details.",
)
UNAVAILABLE = Kind(
    HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "The database does not answer", "Repeat the request a little later."
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in list(globals().values()) if isinstance(kind, Kind)}
"""Every kind by its name, in the order of their statuses."""
