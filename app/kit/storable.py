"""Text that every encoding and every database holds."""

import re

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with NULs and lone surrogates replaced, one code point for one, so that offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)
