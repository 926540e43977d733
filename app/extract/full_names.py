"""From "Hale" to "Miriam Hale": the fullest form of a name that the same article prints."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.extract.found import Found, words_of
from app.model.mention import EntityKind
from app.model.syntax import Token

Words = tuple[str, ...]

_GENERATIONS = frozenset(("jr", "sr", "jr.", "sr.", "ii", "iii", "iv"))


def full_names(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[Words, str]:
    """For the words of each person's name, the fullest name in the article that only one person can be meant by.

    A surname, or a first name, that two persons of the article share keeps its own words. Names of other things, and
    persons named once only, are not in the answer.
    """
    surfaces = _surfaces(tokens, found, text)
    people = _people([key for key in surfaces if len(key) > 1])
    return {key: surfaces[full] for key in surfaces if (full := _bearer(key, people)) is not None}


def _surfaces(tokens: Sequence[Token], found: Sequence[Found], text: str) -> dict[Words, str]:
    surfaces: dict[Words, str] = {}
    for name in found:
        if name.kind is EntityKind.PERSON:
            surface = " ".join(text[tokens[name.first].start : tokens[name.end - 1].end].split())
            surfaces.setdefault(words_of(tokens, name), surface)
    return surfaces


def _people(names: Sequence[Words]) -> Mapping[str, Mapping[tuple[str, str], Words]]:
    """By first and by last word: the persons (first word, last word) that carry it, each under the longest name."""
    by_word: dict[str, dict[tuple[str, str], Words]] = defaultdict(dict)
    for name in names:
        person = (name[0], _surname(name))
        for word in {*person, name[-1]}:
            known = by_word[word].get(person, ())
            by_word[word][person] = max(known, name, key=len)
    return by_word


def _surname(name: Words) -> str:
    return name[-2] if name[-1] in _GENERATIONS and len(name) > 2 else name[-1]


def _bearer(name: Words, people: Mapping[str, Mapping[tuple[str, str], Words]]) -> Words | None:
    if len(name) > 1:
        own = people[_surname(name)].get((name[0], _surname(name)))
        return own if own and set(name) <= set(own) else name
    bearers = people.get(name[0], {})
    as_surname = [full for (_, surname), full in bearers.items() if surname == name[0]]
    candidates = as_surname or list(bearers.values())
    return candidates[0] if len(candidates) == 1 else None
