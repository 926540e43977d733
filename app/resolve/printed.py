"""Printed names as keys: what `naming.fold` does, after the dots of an acronym are taken out ("U.S." is "us")."""

import re
from functools import lru_cache

from app.model.naming import fold

_DOTTED = re.compile(r"\b(?:[A-Z]\.\s?){2,}|\b(?:[A-Z]\.)+[A-Z]\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{0,5}[A-Z0-9]")


def undotted(name: str) -> str:
    """`name` with the dots inside its acronyms left out ("the U.N. envoy" → "the UN envoy")."""
    return _DOTTED.sub(lambda m: m[0].replace(".", "").replace(" ", "") + (" " if m[0].endswith(" ") else ""), name)


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """The key under which `name` is compared and looked up. Empty for names that are nothing but marks."""
    return fold(undotted(name))


def is_acronym(name: str) -> bool:
    """Whether `name` is printed as an acronym: two to seven capitals or digits, dots aside."""
    return bool(_ACRONYM.fullmatch(undotted(name).strip().removesuffix("’s").removesuffix("'s")))
