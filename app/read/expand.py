"""Compressed bytes made plain, never beyond a bound."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ZstdReader

from app.model.errors import TooLarge, Unreadable
from app.model.expansion import BEYOND, EXPANDED_AT_MOST, GZIP_WINDOW, MAGIC

_STEP = 65_536
_SIZE = 4
_MOST_DAMAGED = 1_000
_DAMAGED = "The gzip file is damaged: compress the page again and resend it."


def gunzip(content: bytes, at_most: int = EXPANDED_AT_MOST) -> tuple[bytes, bool]:
    """All members of a gzip file, one after another, up to the first that is damaged, and whether that is all of it.

    Raises TooLarge where the plain bytes would pass `at_most`, Unreadable where the first member is damaged; a file cut
    off or followed by rubbish gives what came before.
    """
    pieces, whole = [], True
    for piece in members(content, at_most):
        if piece is None:
            whole = False
            break
        pieces.append(piece)
    if not pieces:
        raise Unreadable(_DAMAGED)
    return b"".join(pieces), whole


def members(content: bytes, at_most: int = EXPANDED_AT_MOST) -> Iterator[bytes | None]:
    """Each member of a gzip file in turn; None in place of a stretch that is damaged, after which the next is sought,
    and after the beginning of one that is cut off.

    Raises TooLarge where the plain bytes would pass `at_most`.
    """
    at, room, damaged = 0, at_most, 0
    while 0 <= at < len(content) and damaged < _MOST_DAMAGED:
        try:
            plain, at = _member(memoryview(content), at, room)
        except zlib.error:
            damaged += 1
            at = content.find(MAGIC, at + 1)
            yield None
        else:
            room -= len(plain)
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


def decoded(body: bytes, encoding: str, at_most: int) -> bytes:
    """A response's body without the content encoding (RFC 9110, 8.4.1) that its header names.

    A body that begins like gzip is taken as that whatever the header says, and one that is not in the encoding named is
    left as it is: servers and archivers forget the header, or keep it too long. Raises TooLarge beyond `at_most` bytes,
    Unreadable where gzip is damaged.
    """
    if body.startswith(MAGIC):
        return gunzip(body, at_most)[0]
    for expanded in _DECODERS.get(encoding, ()):
        try:
            plain = expanded(body, at_most + 1)
        except (zlib.error, OSError, ValueError):
            continue
        if len(plain) > at_most:
            raise TooLarge(BEYOND)
        return plain
    return body


def _brotli(body: bytes, most: int) -> bytes:
    return bytes(BrotliReader(BytesIO(body)).read(most))


def _zstd(body: bytes, most: int) -> bytes:
    return bytes(ZstdReader(BytesIO(body)).read(most))


def _zlib(body: bytes, most: int) -> bytes:
    return zlib.decompressobj().decompress(body, most)


def _deflate(body: bytes, most: int) -> bytes:
    """What some servers take "deflate" for."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, most)


_DECODERS: Mapping[str, Sequence[Callable[[bytes, int], bytes]]] = {
    "br": (_brotli,),
    "zstd": (_zstd,),
    "deflate": (_zlib, _deflate),
}


def _member(content: memoryview, at: int, room: int) -> tuple[bytes, int]:
    """The member that begins there, and where it ends. Fed in steps: zlib copies what follows the end of a member."""
    member, pieces, size = zlib.decompressobj(GZIP_WINDOW), [], 0
    while not member.eof and at < len(content):
        step = content[at : at + _STEP]
        piece = member.decompress(step, room - size + 1)
        pieces.append(piece)
        size += len(piece)
        if size > room:
            raise TooLarge(BEYOND)
        at += len(step) - len(member.unused_data)
    return b"".join(pieces), at
