"""Acronyms and what they stand for, by initials."""

import re

from app.resolve.printed import is_acronym, undotted
from app.resolve.tables import name_words

_WORD = re.compile(r"\w+")


def stands_for(short: str, long: str) -> bool:
    """Whether `short` is printed as an acronym of three letters or more (two for a name of two words) and its letters
    are the initials of `long`, small words counted or not. Says nothing about which of several such names it means."""
    if not is_acronym(short) or is_acronym(long):
        return False
    letters = undotted(short).strip().casefold()
    words = [word.casefold() for word in _WORD.findall(long)]
    small = name_words("small")
    kept = [word for word in words if word not in small]
    return len(kept) > 1 and letters in {"".join(word[0] for word in each) for each in (words, kept)}
