"""The fields that schemas and parameters are made of: each bounded, described and with an example.

Bounds of what comes in are enforced. Bounds of what goes out are stated only: they follow from the bound on a
document's size, and an answer that passed one would still be better than a 500.
"""

import re
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field

EXAMPLE_ID = "01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"
EXAMPLE_INSTANT = "2026-03-14T09:26:53Z"
EXAMPLE_CURSOR = "pVZ4bX0tq1c1mV4r2G0n3VsiMDE5ODBmMGUiXQ"
LINE = 100_000
TEXT = 100_000_000

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)")
_CANONICAL = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
NO_NUL = r"^[^\x00]*$"
VISIBLE = r"^[\x21-\x7e]+$"
URL_SAFE = r"^[A-Za-z0-9_-]+$"
_WEB_ADDRESS = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\x00-\x20/?#@\\]+([/?#][^\x00-\x20]*)?$"
_OF_THE_WEB = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\x00]+$"

SHAPES = {
    NO_NUL: "a text holds no NUL (U+0000): leave it out",
    VISIBLE: "the token is written with ASCII letters, digits and signs, without blanks",
    URL_SAFE: "a cursor is the `next_cursor` of a page, unchanged: letters, digits, - and _",
    _OF_THE_WEB: "an address begins with http:// or https://",
    _WEB_ADDRESS: "an address begins with http:// or https:// and a host, without user name, password or blanks",
}
"""What each pattern asks of a string, in words."""


def _rfc3339(value: object) -> object:
    if isinstance(value, datetime) or (isinstance(value, str) and _RFC3339.fullmatch(value)):
        return value
    raise ValueError("a time is written as RFC 3339 has it, with its zone (and + as %2B in a query)")


def _utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time is between the years 1 and 9999 in UTC") from None


def _canonical(value: object) -> object:
    if isinstance(value, UUID) or (isinstance(value, str) and _CANONICAL.fullmatch(value)):
        return value
    raise ValueError("an id is a UUID in its canonical form, with hyphens")


def id_field(description: str) -> Any:
    """A UUID that goes out."""
    return Field(description=description, examples=[EXAMPLE_ID], json_schema_extra={"maxLength": 36})


def time_field(description: str, example: str = EXAMPLE_INSTANT) -> Any:
    """A time that goes out."""
    return Field(description=description, examples=[example], json_schema_extra={"maxLength": 40})


def text_field(description: str, example: str, most: int = LINE) -> Any:
    """A string that goes out, of `most` characters."""
    return Field(description=description, examples=[example], json_schema_extra={"maxLength": most})


def list_field(description: str, most: int, example: list[Any] | None = None) -> Any:
    """An array that goes out, of `most` items. Arrays of objects get their example from that of the objects."""
    examples = None if example is None else [example]
    return Field(description=description, examples=examples, json_schema_extra={"maxItems": most})


def object_field(description: str) -> Any:
    """An object that goes out. Its example is made of those of its fields."""
    return Field(description=description)


def count_field(description: str, example: int) -> Any:
    """A number of things, or a place in a text."""
    return Field(description=description, examples=[example], ge=0)


def share_field(description: str, example: float) -> Any:
    """A confidence or likeness, 0-1."""
    return Field(description=description, examples=[example], ge=0, le=1)


def plain_field(description: str, example: Any) -> Any:
    """A flag or an enumeration: what is bounded by itself."""
    return Field(description=description, examples=[example])


GivenText = Annotated[str, Field(min_length=1, max_length=500, pattern=NO_NUL)]
"""A short string that comes in: not empty, no NUL."""

GivenUrl = Annotated[str, Field(min_length=1, max_length=8_000, pattern=NO_NUL)]
"""An address that is looked for."""

GivenAddress = Annotated[str, Field(min_length=1, max_length=8_000, pattern=_OF_THE_WEB)]
"""An address that comes in: http or https. What follows is kept as it is."""

GivenWebAddress = Annotated[str, Field(min_length=1, max_length=8_000, pattern=_WEB_ADDRESS)]
"""An address that is to be fetched: http or https, without user name and password. The worker checks it in full."""


def is_web_address(url: str) -> bool:
    """Whether a URL has the form of those that are fetched."""
    return re.match(_WEB_ADDRESS, url) is not None


GivenId = Annotated[UUID, BeforeValidator(_canonical), Field(json_schema_extra={"maxLength": 36})]
"""A UUID that comes in."""

GivenInstant = Annotated[
    datetime, BeforeValidator(_rfc3339), AfterValidator(_utc), Field(json_schema_extra={"maxLength": 40})
]
"""An instant that comes in: RFC 3339 with a zone, turned to UTC. Numbers and naive times are refused."""
