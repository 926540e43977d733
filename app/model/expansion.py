"""How far a document's bytes grow when they are read, and the bounds on it: gzip within gzip, entities of XML.

Whoever takes documents in asks `bound_expansion` first; the reader goes by the same bounds.
"""

import codecs
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from app.model.errors import TooLarge, Unreadable
from app.model.media import Form, form_of, sniff
from app.model.xml_entities import bound_entities

EXPANDED_AT_MOST = 64 * 1024 * 1024
GZIPS = 2
"""So many gzips may be around a document, one in the other."""
MAGIC = b"\x1f\x8b\x08"
GZIP_WINDOW = 31  # zlib's window bits for a gzip wrapper
BEYOND = f"It expands to more than {EXPANDED_AT_MOST // 1024**2} MB: split it and send the pieces."
PACKED = "The file is packed in a way that is not opened here: send it as it was, or in one gzip."
_STEP = 65_536
_MOST_MEMBERS = 1_200_000
_FIRST = 1_024
_HEAD = 4_096
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def bound_expansion(content: bytes, media_type: str, at_most: int = EXPANDED_AT_MOST) -> None:
    """Raise TooLarge where gzip would expand the document beyond `at_most` bytes, Unreadable where its XML entities
    would, or where it is packed in a way that is not opened.

    Expands in pieces and keeps none, stops at the bound, and parses nothing but an XML text's declarations: a second
    or two for a bomb of the worst sort, nothing to speak of for a page. Damage is passed by; what only a reader can
    tell, it will.
    """
    opening, pieces = _opened(content[at : at + _STEP] for at in range(0, len(content), _STEP))
    form = form_of(media_type, opening)
    for _ in range(GZIPS):
        if not opening.startswith(MAGIC):
            break
        opening, pieces = _opened(_inflated(pieces, at_most))
        form = sniff(opening)
    if form is Form.PACKED or opening.startswith(MAGIC):
        raise Unreadable(PACKED)
    if form is Form.XML:
        bound_entities(_decoded(pieces, opening), at_most)
    deque(pieces, maxlen=0)


def _opened(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, enough to tell what they are; and all pieces, those bytes among them."""
    taken: list[bytes] = []
    while sum(map(len, taken)) < _HEAD and (piece := next(pieces, None)) is not None:
        taken.append(piece)
    opening = b"".join(taken)
    return opening, chain((opening,), pieces)


def _inflated(packed: Iterable[bytes], at_most: int) -> Iterator[bytes]:
    """The plain bytes of gzip's members in turn, up to the first damage. Raises TooLarge beyond `at_most`."""
    size = 0
    try:
        for piece in _plain(packed):
            size += len(piece)
            if size > at_most:
                raise TooLarge(BEYOND)
            yield piece
    except zlib.error:
        return


def _plain(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Fed in small steps, above all at a member's beginning: zlib copies what follows its end. Raises TooLarge where
    there are too many members, for they may all be empty."""
    member, step, members = zlib.decompressobj(GZIP_WINDOW), _FIRST, 1
    for chunk in packed:
        view, at = memoryview(chunk), 0
        while at < len(view):
            if member.eof:
                member, step, members = zlib.decompressobj(GZIP_WINDOW), _FIRST, members + 1
                if members > _MOST_MEMBERS:
                    raise TooLarge(f"It is packed in more than {_MOST_MEMBERS:,} gzips: pack it in one.")
            given = view[at : at + step]
            piece = member.decompress(given, _STEP)
            at += len(given) - len(member.unused_data or member.unconsumed_tail)
            step = min(2 * step, _STEP)
            if piece:
                yield piece
    while not member.eof and (piece := member.decompress(b"", _STEP)):
        yield piece


def _decoded(pieces: Iterable[bytes], opening: bytes) -> Iterator[str]:
    """Text near enough to the real one to find its entities, whose names and marks are ASCII."""
    decoder = codecs.getincrementaldecoder("utf-16" if opening.startswith(_WIDE) else "latin-1")("replace")
    return (decoder.decode(piece) for piece in pieces)
