"""Given names that tell whether their bearer is he or she."""

from functools import cache

from app.kit.tables import rows


def sex_of(name: str) -> str | None:
    """ "f" or "m" for a full name whose first word is nearly always borne by that sex; None for all others.

    A lone word is None: it may be a surname.
    """
    given, _, rest = name.partition(" ")
    return _table().get(given.casefold()) if rest else None


@cache
def _table() -> dict[str, str]:
    return {given: sex for sex, names in rows("app.kit", "given_names.tsv") for given in names.split()}
