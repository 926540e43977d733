"""Compressed bytes made plain, never beyond a bound."""

import zlib

from app.model.errors import TooLarge, Unreadable

EXPANDED_AT_MOST = 64 * 1024 * 1024
_GZIP = 31  # zlib's window bits for a gzip wrapper


def gunzip(content: bytes, at_most: int = EXPANDED_AT_MOST) -> bytes:
    """All members of a gzip file, one after another.

    Raises TooLarge where the plain bytes would pass `at_most`, Unreadable where the first member is damaged; a file cut
    off or followed by rubbish gives what came before.
    """
    pieces: list[bytes] = []
    size = 0
    while content.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(_GZIP)
        try:
            plain = member.decompress(content, at_most - size + 1)
        except zlib.error as error:
            if pieces:
                break
            raise Unreadable("The gzip file is damaged: compress the page again and resend it.") from error
        size += len(plain)
        if size > at_most:
            raise TooLarge(f"The file expands to more than {at_most // 1024**2} MB: split it and send the pieces.")
        pieces.append(plain)
        content = member.unused_data
    return b"".join(pieces)
