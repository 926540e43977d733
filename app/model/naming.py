"""When two printed names are the same string of a name: folding of case, accents, marks and spaces."""

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"\w+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """`name` as a key: no accents, case, punctuation, leading article or possessive ("The  Élysée's" → "elysee").

    Names that are nothing but marks fold to the empty string. The last names are remembered.
    """
    return " ".join(fold_words(name))


def fold_words(text: str) -> list[str]:
    """The words of what `fold` makes of a text of any length."""
    plain = _NOT_ASCII.sub(_unaccented, unicodedata.normalize("NFKD", text.strip()))
    words = _WORD.findall(_POSSESSIVE.sub("", plain).casefold())
    return words[1:] if words[:1] == ["the"] and len(words) > 1 else words


def _unaccented(stretch: re.Match[str]) -> str:
    return "".join(c for c in stretch[0] if not unicodedata.combining(c))
