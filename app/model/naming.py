"""When two printed names are the same string of a name: folding of case, accents, marks and spaces."""

import re
from functools import lru_cache

from app.kit.accents import unaccented

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """`name` as a key: no accents, case, punctuation, leading article or possessive ("The  Élysée's" → "elysee").

    Names that are nothing but marks fold to the empty string. The last names are remembered.
    """
    return " ".join(fold_words(name))


def fold_words(text: str) -> list[str]:
    """The words of what `fold` makes of a text of any length."""
    plain = unaccented(text.strip())
    words = _WORD.findall(_POSSESSIVE.sub("", plain).casefold())
    return words[1:] if words[:1] == ["the"] and len(words) > 1 else words
