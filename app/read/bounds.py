"""Bounds on what a page may make a parser do: tags without end, attributes without number."""

import re
from collections.abc import Iterator

from app.model.errors import TooLarge

_MOST_TAGS = 250_000
_MOST_ATTRIBUTES = 2_000
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_UP_TO_END = re.compile(r"""(?:[^"'>]++|"[^"]*"|'[^']*'|["'])*+""")
"""A tag up to the sign that ends it, which may stand in quotation marks before."""


def bound_page(text: str) -> None:
    """Raise TooLarge where a page has so many tags, or a tag so many attributes, that parsing it takes minutes."""
    if text.count("<") > _MOST_TAGS:
        raise TooLarge(f"The page has more than {_MOST_TAGS:,} tags: send the part of it that holds the news.")
    if any(_attributes(tag) > _MOST_ATTRIBUTES for tag in _long(text)):
        raise TooLarge(f"A tag of the page has more than {_MOST_ATTRIBUTES:,} attributes: send the page without it.")


def _long(text: str) -> Iterator[str]:
    """What stands between two "<" and is long enough for so many attributes. Of a page without any, few characters are
    looked at: the last "<" within reach of each place tells that all before it are near enough."""
    most, at = 2 * _MOST_ATTRIBUTES, 0
    while len(text) - at > most:
        last = text.rfind("<", at, at + most + 1)
        if last < 0:
            last = text.find("<", at)
            last = len(text) if last < 0 else last
            yield text[at:last]
        at = last + 1


def _attributes(tag: str) -> int:
    """How many attributes there are up to the end of a tag; a text that goes on with no tag has none to speak of."""
    inside = _UP_TO_END.match(tag) if tag[:1].isalpha() else None
    return len(_QUOTED.sub("", inside[0]).split()) if inside else 0
