"""The stage's data files, read once."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a .tsv file of this package, split at tabs; comment lines (#) and empty lines left out."""
    text = files("app.normalise").joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


def wording(*kinds: str) -> str:
    """The words of these kinds in wording.tsv as one regular expression, without a group."""
    return "|".join(word for for_what, word, *_ in rows("wording.tsv") if for_what in kinds)
