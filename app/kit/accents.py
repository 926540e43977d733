"""Letters without their accents."""

import re
import unicodedata

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def unaccented(text: str) -> str:
    """`text` in compatibility form without its combining marks: "Élysée" is "Elysee", "ø" stays."""
    return _NOT_ASCII.sub(_bare, unicodedata.normalize("NFKD", text))


def _bare(stretch: re.Match[str]) -> str:
    return "".join(c for c in stretch[0] if not unicodedata.combining(c))
