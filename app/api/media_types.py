"""The Content-Type of what comes in (RFC 9110, 8.3)."""

import codecs
import re
from dataclasses import dataclass

from app.api import kinds
from app.api.problems import ProblemError

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}"
_TYPE = re.compile(rf"\s*({_TOKEN}/{_TOKEN})\s*((?:;[^;]*)*)")
_PARAMETER = re.compile(rf'\s*({_TOKEN})=(?:({_TOKEN})|"((?:[^"\\]|\\.)*)")\s*')
_NOT_OF_PAGES = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type in lower case without parameters, and its charset where one was given."""

    name: str
    charset: str | None


def parse(content_type: str) -> MediaType:
    """The media type that a Content-Type header names. Raises a 415 where it is malformed or the charset is unknown."""
    found = _TYPE.fullmatch(content_type)
    if found is None:
        raise unsupported("The Content-Type header is missing or malformed.")
    parameters = dict(_parameter(part) for part in found[2].split(";")[1:] if part.strip())
    charset = parameters.get("charset")
    if charset is not None and not is_text_charset(charset):
        raise unsupported("The charset is unknown.")
    return MediaType(found[1].lower(), charset)


def is_text_charset(name: str) -> bool:
    """Whether bytes of a page can be in this charset. Python's own escapes and byte transforms are none."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return codec._is_text_encoding and codec.name.replace("-", "_") not in _NOT_OF_PAGES


def unsupported(detail: str) -> ProblemError:
    """A 415."""
    return ProblemError(kinds.UNSUPPORTED_MEDIA_TYPE, f"{detail} {kinds.UNSUPPORTED_MEDIA_TYPE.advice}")


def _parameter(part: str) -> tuple[str, str]:
    found = _PARAMETER.fullmatch(part)
    if found is None:
        raise unsupported("The Content-Type header is malformed.")
    quoted = re.sub(r"\\(.)", r"\1", found[3]) if found[3] is not None else None
    return found[1].lower(), quoted if quoted is not None else found[2]
