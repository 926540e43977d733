"""When two printed names are the same string of a name: folding of case, accents, marks and spaces."""

import re
from functools import lru_cache

from app.kit.accents import unaccented
from app.kit.tables import words

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
    found = _WORD.findall(_POSSESSIVE.sub("", plain).casefold())
    return found[1:] if found[:1] == ["the"] and len(found) > 1 else found


def readings(name: str) -> tuple[str, ...]:
    """The keys under which a name that somebody wrote may be known, the likeliest first: as it is written, turned round
    at its comma ("Peskov, Dmitry"), and each of these without forms of address ("Mr Peskov")."""
    family, _, given = name.partition(",")
    turned = [f"{given} {family}"] if fold(family) and fold(given) and "," not in given else []
    written = [fold(each) for each in (name, *turned)]
    return tuple(dict.fromkeys(key for key in (*written, *map(_unaddressed, written)) if key))


def _unaddressed(key: str) -> str:
    first, _, rest = key.partition(" ")
    return _unaddressed(rest) if rest and first in words("app.kit", "honorifics.txt") else key
