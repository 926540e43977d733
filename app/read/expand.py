"""Compressed bytes made plain, never beyond a bound."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ZstdReader

from app.model.errors import TooLarge, Unreadable
from app.model.expansion import BEYOND, EXPANDED_AT_MOST, GZIP_WINDOW, MAGIC

_FIRST_STEP = 1_024
_STEP = 65_536
_SIZE = 4
_WITHHELD = 16_384
"""What Brotli in vain is taken to have cost at least: it may fill a window before it hands anything out."""

_MOST_DAMAGED = 1_000
_DAMAGED = "The gzip file is damaged: compress the page again and resend it."


class Room:
    """What may still be expanded, in bytes. All that is expanded takes from it, whatever comes of it afterwards."""

    def __init__(self, size: int = EXPANDED_AT_MOST) -> None:
        self.left = size

    def take(self, size: int) -> None:
        """Take so much. Raises TooLarge where there is not so much left."""
        self.left -= size
        if self.left < 0:
            raise TooLarge(BEYOND)


def gunzip(content: bytes, room: Room) -> tuple[bytes, bool]:
    """All members of a gzip file, one after another, up to the first that is damaged, and whether that is all of it.

    Raises TooLarge where there is no room for the plain bytes, Unreadable where the first member is damaged; a file cut
    off or followed by rubbish gives what came before.
    """
    pieces, whole = [], True
    for piece in members(content, room):
        if piece is None:
            whole = False
            break
        pieces.append(piece)
    if not pieces:
        raise Unreadable(_DAMAGED)
    return b"".join(pieces), whole


def members(content: bytes, room: Room) -> Iterator[bytes | None]:
    """Each member of a gzip file in turn; None in place of a stretch that is damaged, after which the next is sought,
    and after the beginning of one that is cut off.

    Raises TooLarge where there is no room for the plain bytes, those of damaged members among them.
    """
    at, damaged = 0, 0
    while 0 <= at < len(content) and damaged < _MOST_DAMAGED:
        try:
            plain, at = _inflated(memoryview(content), at, room)
        except zlib.error:
            damaged += 1
            at = content.find(MAGIC, at + 1)
            yield None
        else:
            yield plain
            if not _ends(content[at - _SIZE : at], plain):
                yield None


def _ends(trailer: bytes, plain: bytes) -> bool:
    """Whether a member was read to its end: it ends with its plain size (RFC 1952, 2.3.1)."""
    return trailer == (len(plain) % 2**32).to_bytes(_SIZE, "little")


def opening(content: bytes) -> bytes:
    """The first bytes of a gzip file's plain content; none where it is damaged."""
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(content[:_STEP], 4096)
    except zlib.error:
        return b""


def decoded(body: bytes, encoding: str, room: Room) -> bytes:
    """A response's body without the content encoding (RFC 9110, 8.4.1) that its header names.

    A body that begins like gzip is taken as that whatever the header says, and one that is not in the encoding named is
    left as it is: servers and archivers forget the header, or keep it too long. Raises TooLarge where there is no room
    for it, Unreadable where gzip is damaged.
    """
    if body.startswith(MAGIC):
        return gunzip(body, room)[0]
    for expanded in _DECODERS.get(encoding, ()):
        with suppress(zlib.error, OSError, ValueError):
            return expanded(body, room)
    return body


def _brotli(body: bytes, room: Room) -> bytes:
    return _read(BrotliReader(BytesIO(body)), room)


def _zstd(body: bytes, room: Room) -> bytes:
    return _read(ZstdReader(BytesIO(body)), room)


def _zlib(body: bytes, room: Room) -> bytes:
    return _inflated(memoryview(body), 0, room, zlib.MAX_WBITS)[0]


def _deflate(body: bytes, room: Room) -> bytes:
    """What some servers take "deflate" for."""
    return _inflated(memoryview(body), 0, room, -zlib.MAX_WBITS)[0]


_DECODERS: Mapping[str, Sequence[Callable[[bytes, Room], bytes]]] = {
    "br": (_brotli,),
    "zstd": (_zstd,),
    "deflate": (_zlib, _deflate),
}


def _read(packed: BrotliReader | ZstdReader, room: Room) -> bytes:
    pieces = []
    try:
        while piece := packed.read(_STEP):
            room.take(len(piece))
            pieces.append(piece)
    except OSError:
        room.take(_WITHHELD)
        raise
    return b"".join(pieces)


def _inflated(content: memoryview, at: int, room: Room, window: int = GZIP_WINDOW) -> tuple[bytes, int]:
    """The member that begins there, and where it ends. What was read of one that turns out to be damaged takes from the
    room too, for it may be read again from each of many beginnings.

    In steps of what is read, for zlib copies what follows the end of a member, and of what comes of it, for that of a
    step with damage is not told.
    """
    member, pieces, begin, length, more = zlib.decompressobj(window), [], at, _FIRST_STEP, True
    while more and not member.eof:
        step, most = content[at : at + length], min(_STEP, room.left + 1)
        try:
            piece = member.decompress(step, most)
        except zlib.error:
            room.take(at + len(step) - begin)
            raise
        room.take(len(piece))
        pieces.append(piece)
        at += len(step) - len(member.unused_data or member.unconsumed_tail)
        length = min(2 * length, _STEP)
        more = at < len(content) or len(piece) == most
    return b"".join(pieces), at
