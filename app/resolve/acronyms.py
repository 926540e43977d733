"""Acronyms and what they stand for, by initials."""

import re

from app.resolve.printed import is_acronym, undotted
from app.resolve.tables import name_words

_WORD = re.compile(r"\w+")


def stands_for(short: str, long: str) -> bool:
    """Whether `short` is printed as an acronym of three letters or more (two for a name of two words) and its letters
    are the initials of `long`, small words counted or not. Says nothing about which of several such names it means."""
    return letters(short) in initials(long)


def letters(short: str) -> str | None:
    """The letters of what is printed as an acronym; None for any other name."""
    return undotted(short).strip().casefold() if is_acronym(short) else None


def initials(long: str) -> frozenset[str]:
    """The letters of the acronyms that may stand for `long`; none where that is one itself, or has but one word that is
    not small."""
    words = [] if is_acronym(long) else [word.casefold() for word in _WORD.findall(long)]
    kept = [word for word in words if word not in name_words("small")]
    return frozenset("".join(word[0] for word in each) for each in (words, kept)) if len(kept) > 1 else frozenset()
