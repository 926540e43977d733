"""The entities that an XML text declares, and how far they could expand it: told before anything is expanded.

An entity may stand for a sign or a phrase, as old feeds have it. It may not stand for other entities, for a file, or
for a part of the declarations themselves: what multiplies is made of these, and no feed needs them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from xml.parsers import expat

from app.model.errors import Unreadable

LONGEST = 1_000
"""So many characters an entity may stand for."""
_DECLARED = "<!ENTITY"
_START, _HEAD = "<?xml", 4_096
_STEP = 65_536
_INSTEAD = "send it without a DOCTYPE of its own."


def bound_entities(pieces: Iterable[str], at_most: int) -> None:
    """Raise Unreadable where the entities that an XML text declares could expand it by more than `at_most` characters,
    or are declared where no parser can tell what they stand for.

    The declarations are read by the parser that reads feeds. The text comes in pieces of any length, of which none is
    kept; what stands behind the declarations costs a count.
    """
    prolog, uses, end, declares = _Prolog(), 0, "", False
    for piece in _xml(pieces):
        uses += piece.count("&")
        declares = declares or (not prolog.over and _DECLARED in end + piece)
        end = piece[-len(_DECLARED) :]
        prolog.feed(piece)
        if prolog.longest * uses > at_most:
            raise Unreadable(f"The XML's entities expand to more than {at_most // 1024**2} MB: {_INSTEAD}")
    if declares and prolog.damaged:
        raise Unreadable(f"The XML declares entities in a way that cannot be read: {_INSTEAD}")


def start_of_xml(text: str) -> int:
    """Where the XML begins: what stands before it, as a server's warnings do, is none of it."""
    return max(0, text.find(_START, 0, _HEAD))


def _xml(pieces: Iterable[str]) -> Iterator[str]:
    """The text from the beginning of the XML on, in pieces that are never long."""
    head, rest = "", iter(pieces)
    while len(head) < _HEAD and (piece := next(rest, None)) is not None:
        head += piece
    head = head[start_of_xml(head) :]
    for piece in chain((head,), rest):
        yield from (piece[at : at + _STEP] for at in range(0, len(piece), _STEP))


class _Prolog:
    """What stands before the first element, read as far as it is given. `longest` is the length of the longest entity,
    `over` says that the first element has begun, `damaged` that a parser gives up before it."""

    def __init__(self) -> None:
        self.longest = 0
        self.over = self.damaged = False
        self._parser = expat.ParserCreate("utf-8")
        self._parser.EntityDeclHandler = self._declared
        self._parser.StartElementHandler = self._begun

    def feed(self, piece: str) -> None:
        """Read on. Raises Unreadable for an entity of a kind that multiplies."""
        if self.over or self.damaged:
            return
        try:
            self._parser.Parse(piece.encode("utf-8", "replace"), False)
        except expat.ExpatError:
            self.damaged = not self.over

    def _begun(self, _name: str, _attributes: object) -> None:
        self.over = True

    def _declared(
        self, _name: str, is_parameter: bool, value: str | None, _base: object, _system: object, *_more: object
    ) -> None:
        if is_parameter or value is None or "&" in value or len(value) > LONGEST:
            raise Unreadable(f"The XML declares an entity that stands for more than a phrase: {_INSTEAD}")
        self.longest = max(self.longest, len(value))
