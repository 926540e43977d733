"""From "Hale" to "Miriam Hale": the fullest form of a name that the same article prints."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.extract.found import Found, words_of
from app.kit.given_names import sex_of, sex_of_title
from app.model.mention import EntityKind
from app.model.syntax import Token

Words = tuple[str, ...]

_GENERATIONS = frozenset(("jr", "sr", "jr.", "sr.", "ii", "iii", "iv"))


def full_names(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[Found, str]:
    """For each person's name, the fullest name in the article that only one person can be meant by.

    A surname, or a first name, that two persons of the article share keeps its own words, unless a title tells them
    apart ("Mrs Hale"). With a title that does not fit the one who has the name, it keeps the title too: "Mrs Hale" is
    not Joel Hale, nor is she whoever else "Hale" means. Names of other things are not in the answer.
    """
    surfaces = _surfaces(tokens, found, text)
    people = _people([key for key in surfaces if len(key) > 1])
    result: dict[Found, str] = {}
    for name in found:
        key = words_of(tokens, name)
        if key in surfaces and name.kind is EntityKind.PERSON:
            bearers, title = _bearers(key, people), tokens[name.first - 1].text if name.first else ""
            sex = sex_of_title(title) if len(key) == 1 else None
            fitting = [full for full in bearers if sex is None or sex_of(surfaces[full]) in (sex, None)]
            if len(fitting) == 1:
                result[name] = surfaces[fitting[0]]
            elif bearers and not fitting:
                result[name] = f"{title} {surfaces[key]}"
    return result


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


def _bearers(name: Words, people: Mapping[str, Mapping[tuple[str, str], Words]]) -> Sequence[Words]:
    if len(name) > 1:
        own = people[_surname(name)].get((name[0], _surname(name)))
        return [own if own and set(name) <= set(own) else name]
    bearers = people.get(name[0], {})
    as_surname = [full for (_, surname), full in bearers.items() if surname == name[0]]
    return as_surname or list(bearers.values())
