"""Given names and titles that tell whether their bearer is he or she."""

from functools import cache

from app.kit.tables import rows

_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
_FEMALE = frozenset(("mrs", "ms", "miss", "dame", "lady", "madam", "queen", "princess", "mother", "sister"))


def sex_of(name: str) -> str | None:
    """ "f" or "m" for a full name whose first word is nearly always borne by that sex, or is its form of address; None
    for all others.

    A lone word is None: it may be a surname.
    """
    given, _, rest = name.partition(" ")
    return (sex_of_title(given) or _table().get(given.casefold())) if rest else None


def sex_of_title(word: str) -> str | None:
    """ "f" or "m" for a form of address that one sex alone bears ("Mrs"); None for all others, roles among them: a
    "chairman" may be a woman."""
    title = word.casefold().rstrip(".")
    return "m" if title in _MALE else "f" if title in _FEMALE else None


@cache
def _table() -> dict[str, str]:
    return {given: sex for sex, names in rows("app.kit", "given_names.tsv") for given in names.split()}
