"""An answer's body within bounds: what is compressed is measured as it unfolds, so a bomb stops at the bound."""

import zlib
from collections.abc import Callable

import httpx

from app.fetch.errors import BadAnswer, Unreachable
from app.model.errors import TooLarge
from app.model.expansion import MAGIC

ENCODING = "gzip"
"""The one compression that is asked for."""

_GZIP_OR_ZLIB = 47
_FIRST_STEP = 1_024
_STEP = 65_536
_WRAPPING = 65_536
"""So many bytes more than unfolded may an answer have on the way: gzip adds a few to what it cannot fold."""


async def body(response: httpx.Response, most: int, *, cut: bool = False) -> bytes:
    """The body, decompressed; of one that has more than `most` bytes the first `most`, if it may be `cut`.

    Raises `TooLarge` as soon as it has more otherwise, `BadAnswer` for odd encodings. What follows the end of what is
    compressed is no part of it, and not waited for.
    """
    unfold = _unfolding(response.headers.get("content-encoding", ""), response.url)
    found, came = bytearray(), 0
    async for piece in response.aiter_raw():
        came += len(piece)
        found += unfold.some(piece, most - len(found) + 1)
        if len(found) > most or came > most + _WRAPPING:
            if cut:
                return bytes(found[:most])
            raise TooLarge(f"{response.url} has more than {most:,} bytes, which is the most that is fetched.")
        if unfold.is_over:
            break
    if not unfold.is_whole:
        raise Unreachable(f"{response.url} broke off in the middle: try again.")
    return bytes(found)


class _Plain:
    is_whole = True
    is_over = False

    def some(self, piece: bytes, most: int) -> bytes:
        return piece[:most]


class _Folded:
    """gzip in all its members, or zlib. `is_over` once something follows that is no member."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._step = _FIRST_STEP
        self._behind = b""
        self.is_over = False

    @property
    def is_whole(self) -> bool:
        return self._member.eof

    def some(self, piece: bytes, most: int) -> bytes:
        """What a piece unfolds to, up to `most` bytes. Fed in steps, small ones at a member's beginning: zlib copies
        what follows its end."""
        view, at, found = memoryview(piece), 0, bytearray()
        while at < len(view) and len(found) < most and not self.is_over:
            if self._member.eof:
                at += self._begin(view[at : at + len(MAGIC)])
                continue
            given = view[at : at + self._step]
            found += self._unfold(given, most - len(found))
            at += len(given) - len(self._member.unused_data)
            self._step = min(2 * self._step, _STEP)
        return bytes(found)

    def _begin(self, given: memoryview) -> int:
        """Begin another member once its first bytes are there; how many of those given were taken."""
        taken = given[: len(MAGIC) - len(self._behind)]
        self._behind += taken
        if self._behind == MAGIC:
            self._member, self._step, self._behind = zlib.decompressobj(_GZIP_OR_ZLIB), _FIRST_STEP, b""
            self._member.decompress(MAGIC)
        self.is_over = not MAGIC.startswith(self._behind)
        return len(taken)

    def _unfold(self, given: memoryview, most: int) -> bytes:
        try:
            return self._member.decompress(given, most)
        except zlib.error as error:
            raise BadAnswer("What was answered is not compressed as it says: try again later.") from error


_KINDS: dict[str, Callable[[], _Plain | _Folded]] = {
    "": _Plain, "identity": _Plain, "gzip": _Folded, "x-gzip": _Folded, "deflate": _Folded
}  # fmt: skip


def _unfolding(encoding: str, url: httpx.URL) -> _Plain | _Folded:
    kind = _KINDS.get(encoding.strip().lower())
    if kind is None:
        raise BadAnswer(f"{url} is compressed in a way that was not asked for: send its content instead of its URL.")
    return kind()
