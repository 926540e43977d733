"""Given names and titles that tell whether their bearer is he or she."""

from functools import cache

from app.kit.accents import unaccented
from app.kit.tables import rows

_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
_FEMALE = frozenset(("mrs", "ms", "miss", "dame", "lady", "madam", "queen", "princess", "mother", "sister"))


def sex_of(name: str) -> str | None:
    """ "f" or "m" for a full name whose first word is nearly always borne by that sex, or is its form of address; None
    for all others.

    A lone word is None: it may be a surname. Of a double name the first counts, if the table does not have it whole.
    """
    given, _, rest = name.partition(" ")
    return (sex_of_title(given) or _sex_of_given(given)) if rest else None


def sex_of_title(word: str) -> str | None:
    """ "f" or "m" for a form of address that one sex alone bears ("Mrs"); None for all others, roles among them: a
    "chairman" may be a woman."""
    title = word.casefold().rstrip(".")
    return "m" if title in _MALE else "f" if title in _FEMALE else None


def _sex_of_given(given: str) -> str | None:
    key = given.casefold()
    if key.isalpha() and key.isascii():
        return _table().get(key)
    first, _, second = given.partition("-")
    known = _table().get(key) or _table().get(unaccented(key))
    return known or (_sex_of_given(first) if second[:1].isupper() else None)


@cache
def _table() -> dict[str, str]:
    return {given: sex for sex, names in rows("app.kit", "given_names.tsv") for given in names.split()}
