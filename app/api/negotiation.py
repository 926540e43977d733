"""Which media type an answer may have (RFC 9110, 12.5.1)."""

import re

from fastapi import Request

from app.api import kinds
from app.api.problems import ProblemError

_RANGE = re.compile(r"\s*([^\s;,]+/[^\s;,]+)\s*(?:;[^,]*?\bq\s*=\s*([01](?:\.\d{0,3})?))?[^,]*", re.I)


def accepts(accept: str, media_type: str) -> bool:
    """Whether an Accept header takes `media_type`; the most specific range that covers it decides."""
    if not accept.strip():
        return True
    kind = media_type.split("/", maxsplit=1)[0]
    precedence = {media_type: 2, f"{kind}/*": 1, "*/*": 0}
    ranges = [(found[1].lower(), float(found[2] or 1)) for found in _RANGE.finditer(accept)]
    covering = [(precedence[name], quality) for name, quality in ranges if name in precedence]
    return bool(covering) and max(covering)[1] > 0


def json_accepted(request: Request) -> None:
    """A dependency: raises a 406 where the client does not take JSON."""
    _require(request, "application/json")


def bytes_accepted(request: Request) -> None:
    """A dependency: raises a 406 where the client does not take plain bytes."""
    _require(request, "application/octet-stream")


def _require(request: Request, media_type: str) -> None:
    if not accepts(request.headers.get("accept", ""), media_type):
        raise ProblemError(kinds.NOT_ACCEPTABLE, f"This address answers with {media_type}.")
