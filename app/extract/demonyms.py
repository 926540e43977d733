"""Nationalities: "Belarusian" and "Russians" as the adjective of their country."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from app.kit.tables import rows
from app.model.syntax import Token

COUNTRIES = frozenset(country for country, _ in rows("app.extract", "demonyms.tsv"))
_LONGEST = 4
_INVARIANT = ("s", "sh", "ch", "ese", "men", "women")


class Demonym(NamedTuple):
    """`tokens[first:end]` is an adjective or an inhabitant of `country`."""

    first: int
    end: int
    country: str


def country_of(word: str) -> str | None:
    """The country whose adjective or inhabitant `word` is; None for others. Case counts: "Polish", not "polish"."""
    return _table().get(word)


def demonyms(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[Demonym]:
    """The nationalities outside `taken` tokens, the longest at each place ("South Korean", not "Korean")."""
    index, beginnings = 0, _beginnings()
    while index < len(tokens):
        begins = tokens[index].text in beginnings and index not in taken
        match = _at(tokens, index, taken) if begins else None
        if match:
            yield match
        index = match.end if match else index + 1


def _at(tokens: Sequence[Token], first: int, taken: Collection[int]) -> Demonym | None:
    if not tokens[first].text[:1].isupper():
        return None
    for end in range(min(first + _LONGEST, len(tokens)), first, -1):
        country = country_of(_joined(tokens[first:end]))
        if country and not any(index in taken for index in range(first, end)):
            return Demonym(first, end, country)
    return None


def _joined(tokens: Sequence[Token]) -> str:
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


@cache
def _beginnings() -> frozenset[str]:
    """What the first token of a nationality can be, however it is cut into tokens."""
    return frozenset(form[:end] for form in _table() for end in range(1, len(form) + 1))


@cache
def _table() -> dict[str, str]:
    table = {}
    for country, forms in rows("app.extract", "demonyms.tsv"):
        for form in forms.split("|"):
            table[form] = country
            if not form.endswith(_INVARIANT):
                table[form + "s"] = country
    return table
