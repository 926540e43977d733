"""When two printed names are the same string of a name: folding of case, accents, marks and spaces."""

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_WORD = re.compile(r"[^\w]+")


def fold(name: str) -> str:
    """`name` as a key: no accents, case, punctuation, leading article or possessive ("The  Élysée's" → "elysee").

    Names that are nothing but marks fold to the empty string.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.strip()) if not unicodedata.combining(c))
    words = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", plain)).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
