"""Text that every encoding and every database holds."""

import re

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with NULs and lone surrogates replaced, one code point for one, so that offsets stay."""
    return text if _is_storable(text) else _UNSTORABLE.sub("\ufffd", text)


def _is_storable(text: str) -> bool:
    """Far faster than the search for a place to replace, which hardly any text has."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text
