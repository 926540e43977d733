"""The entities that an XML text defines, and how far they would expand it: told without expanding anything."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from app.model.errors import Unreadable

_ENTITY = re.compile(r"""<!ENTITY\s{1,20}([\w.-]{1,200})\s{1,20}(?:"([^"]*)"|'([^']*)')""")
_USE = re.compile(r"&([\w.-]{1,200});")
_LONGEST_USE = 202
_SUBSET = 1_000_000
_DEEPEST = 20
_MOST_USES = 2_000_000
_INSTEAD = "send it without a DOCTYPE of its own."


def bound_entities(pieces: Iterable[str], at_most: int) -> None:
    """Raise Unreadable where the entities that an XML text defines would expand it by more than `at_most` characters,
    be it by entities within entities or by one long one that is used often; or where it uses more than two million.

    The text comes in pieces of any length, of which none is kept; definitions are looked for in its first million
    characters. Entities that other files define are not known here.
    """
    rest = iter(pieces)
    opening = _opening(rest)
    lengths = _lengths(opening, at_most)
    if not lengths:
        return
    total = 0
    for count, name in enumerate(_uses(chain((opening,), rest)), start=1):
        total += lengths.get(name, 0)
        if total > at_most:
            raise Unreadable(f"The XML's entities expand to more than {at_most // 1024**2} MB: {_INSTEAD}")
        if count > _MOST_USES:
            raise Unreadable(f"The XML defines entities and uses more than {_MOST_USES:,}: {_INSTEAD}")


def _opening(pieces: Iterator[str]) -> str:
    taken: list[str] = []
    size = 0
    while size < _SUBSET and (piece := next(pieces, None)) is not None:
        taken.append(piece)
        size += len(piece)
    return "".join(taken)


def _lengths(text: str, at_most: int) -> Mapping[str, int]:
    """How long each entity is that the text defines, once what it uses is put in; one more than `at_most` at most."""
    defined = {name: one or other for name, one, other in _ENTITY.findall(text[:_SUBSET])}

    @cache
    def length(name: str, depth: int) -> int:
        value = defined.get(name, "")
        if depth == 0:
            return at_most + 1
        return min(at_most + 1, len(value) + sum(length(used, depth - 1) for used in _USE.findall(value)))

    return {name: length(name, _DEEPEST) for name in defined}


def _uses(pieces: Iterable[str]) -> Iterator[str]:
    """The names of the entities used, also where a piece ends within one."""
    kept = ""
    for piece in pieces:
        text = kept + piece
        last = text.rfind("&", max(0, len(text) - _LONGEST_USE))
        cut = last if last >= 0 and ";" not in text[last:] else len(text)
        yield from (use[1] for use in _USE.finditer(text, 0, cut))
        kept = text[cut:]
