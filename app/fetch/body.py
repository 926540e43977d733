"""An answer's body within bounds: what is compressed is measured as it unfolds, so a bomb stops at the bound."""

import zlib
from collections.abc import Callable

import httpx

from app.fetch.errors import BadAnswer, Unreachable
from app.model.errors import TooLarge

ENCODING = "gzip"
"""The one compression that is asked for."""

_GZIP_OR_ZLIB = 47


async def body(response: httpx.Response, most: int) -> bytes:
    """The body, decompressed. Raises `TooLarge` as soon as it passes `most` bytes, `BadAnswer` for odd encodings."""
    unfold = _unfolding(response.headers.get("content-encoding", ""), response.url)
    found = bytearray()
    async for piece in response.aiter_raw():
        found += unfold.some(piece, most - len(found) + 1)
        if len(found) > most:
            raise TooLarge(f"{response.url} has more than {most:,} bytes, which is the most that is fetched.")
    if not unfold.is_whole():
        raise Unreachable(f"{response.url} broke off in the middle: try again.")
    return bytes(found)


class _Plain:
    def some(self, piece: bytes, most: int) -> bytes:
        return piece[:most]

    def is_whole(self) -> bool:
        return True


class _Folded:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(_GZIP_OR_ZLIB)

    def some(self, piece: bytes, most: int) -> bytes:
        try:
            return self._inner.decompress(piece, most)
        except zlib.error as error:
            raise BadAnswer("What was answered is not compressed as it says: try again later.") from error

    def is_whole(self) -> bool:
        return self._inner.eof


_KINDS: dict[str, Callable[[], _Plain | _Folded]] = {
    "": _Plain, "identity": _Plain, "gzip": _Folded, "x-gzip": _Folded, "deflate": _Folded
}  # fmt: skip


def _unfolding(encoding: str, url: httpx.URL) -> _Plain | _Folded:
    kind = _KINDS.get(encoding.strip().lower())
    if kind is None:
        raise BadAnswer(f"{url} is compressed in a way that was not asked for: send its content instead of its URL.")
    return kind()
