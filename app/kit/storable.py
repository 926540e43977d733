"""Text that every encoding and every database holds."""

import re

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with NULs and lone surrogates replaced, one code point for one, so that offsets stay."""
    text = text.replace("\x00", "\ufffd")
    return text if _is_encodable(text) else _SURROGATE.sub("\ufffd", text)


def _is_encodable(text: str) -> bool:
    """Far faster than the search for a place to replace, which hardly any text has."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
