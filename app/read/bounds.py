"""Bounds on what a text may make a parser do: entities that expand, tags without end."""

import re
from functools import cache

from app.model.errors import TooLarge
from app.read.expand import EXPANDED_AT_MOST

_ENTITY = re.compile(r"""<!ENTITY\s{1,20}([\w.-]{1,200})\s{1,20}(?:"([^"]*)"|'([^']*)')""")
_USE = re.compile(r"&([\w.-]{1,200});")
_SUBSET = 1_000_000
_DEEPEST = 20
_MOST_TAGS = 250_000
_MOST_ATTRIBUTES = 2_000
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def bound_entities(text: str, at_most: int = EXPANDED_AT_MOST) -> None:
    """Raise TooLarge where the entities that an XML text defines would expand it beyond `at_most` characters."""
    defined = {name: one or other for name, one, other in _ENTITY.findall(text[:_SUBSET])}
    if not defined:
        return

    @cache
    def length(name: str, depth: int) -> int:
        value = defined.get(name, "")
        if depth == 0:
            return at_most + 1
        return min(at_most + 1, len(value) + sum(length(used, depth - 1) for used in _USE.findall(value)))

    if sum(length(used, _DEEPEST) for used in _USE.findall(text)) > at_most:
        raise TooLarge(
            f"The XML's entities expand to more than {at_most // 1024**2} MB: send it without a DOCTYPE of its own."
        )


def bound_page(text: str) -> None:
    """Raise TooLarge where a page has so many tags, or a tag so many attributes, that parsing it takes minutes."""
    if text.count("<") > _MOST_TAGS:
        raise TooLarge(f"The page has more than {_MOST_TAGS:,} tags: send the part of it that holds the news.")
    if any(_attributes(tag) > _MOST_ATTRIBUTES for tag in text.split("<") if len(tag) > 2 * _MOST_ATTRIBUTES):
        raise TooLarge(f"A tag of the page has more than {_MOST_ATTRIBUTES:,} attributes: send the page without it.")


def _attributes(tag: str) -> int:
    """How many attributes there are up to the end of a tag; a text that goes on with no tag has none to speak of."""
    return len(_QUOTED.sub("", tag).partition(">")[0].split()) if tag[:1].isalpha() else 0
