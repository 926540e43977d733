"""From "Hale" to "Miriam Hale": the fullest form of a name that the same article prints."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.extract.found import Found, surface_of, words_of
from app.kit.given_names import sex_of, sex_of_title
from app.model.mention import EntityKind
from app.model.syntax import Token

Words = tuple[str, ...]
Person = tuple[str, str, str]
"""First name, surname and generation ("jr"; empty for most)."""

_JOINED = (("and",), ("and", "his", "wife"), ("and", "her", "husband"))
_SEVERAL = 2
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


def full_names(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[Found, str]:
    """For each person's name, the fullest name in the article that only one person can be meant by.

    A surname, or a first name, that two persons of the article share is his who alone was named before it. Else it
    keeps its own words, unless a title tells the two apart ("Mrs Hale"), or one is the other's junior: the elder bears
    the surname alone. With a title that does not fit the one who has the name, it keeps the title too: "Mrs Hale" is
    not Joel Hale, nor is she whoever else "Hale" means. Names of other things are not in the answer.
    """
    surfaces = _surfaces(tokens, found, text)
    introduced: dict[Person, int] = {}
    for first, key, surface in list(_couples(tokens, found, surfaces)):
        surfaces.setdefault(key, surface)
        introduced.setdefault(_person(key), first)
    longer = _longer(surfaces)
    people = _people([key for key in surfaces if len(key) > 1 and key not in longer])
    for name in found:
        if name.kind is EntityKind.PERSON and (key := words_of(tokens, name)):
            introduced.setdefault(_person(longer.get(key, key)), name.first)
    result: dict[Found, str] = {}
    for name in found:
        own = words_of(tokens, name)
        key = longer.get(own, own)
        if key in surfaces and name.kind is EntityKind.PERSON:
            bearers, title = _bearers(key, people), tokens[name.first - 1].text if name.first else ""
            sex = sex_of_title(title) if len(key) == 1 else None
            fitting = [full for full in bearers if sex is None or sex_of(surfaces[full]) in (sex, None)]
            if len(fitting) > 1:
                fitting = [full for full in fitting if introduced[_person(full)] < name.first] or fitting
            if len(fitting) == 1:
                result[name] = surfaces[fitting[0]]
            elif bearers and not fitting:
                result[name] = f"{title} {surfaces[key]}"
    return result


def _surfaces(tokens: Sequence[Token], found: Sequence[Found], text: str) -> dict[Words, str]:
    surfaces: dict[Words, str] = {}
    for name in found:
        if name.kind is EntityKind.PERSON:
            surfaces.setdefault(words_of(tokens, name), surface_of(tokens, name, text))
    return surfaces


def _couples(
    tokens: Sequence[Token], found: Sequence[Found], surfaces: Mapping[Words, str]
) -> Iterator[tuple[int, Words, str]]:
    """Those named by a given name alone who share the surname of the next: where, and as which words and surface."""
    others = {word for key in surfaces if len(key) > 1 for word in (key[0], _parted(key)[0][-1])}
    for one, other in pairwise(found):
        given, full = words_of(tokens, one), words_of(tokens, other)
        between = tuple(token.text.lower() for token in tokens[one.end : other.first])
        if one.kind is other.kind is EntityKind.PERSON and len(given) == 1 < len(full) and between in _JOINED:
            surface = f"{surfaces[given]} {surfaces[full].split()[-1]}"
            if given[0] not in others and sex_of(surface) and sex_of(surfaces[full]):
                yield one.first, (*given, full[-1]), surface


def _longer(surfaces: Mapping[Words, str]) -> Mapping[Words, Words]:
    """The one longer name that begins with all words of a shorter ("*Nizam Rashid* Salleh")."""
    found: dict[Words, set[Words]] = defaultdict(set)
    for name in surfaces:
        words, generation = _parted(name)
        for size in range(_SEVERAL, len(words) if not generation else 0):
            found[words[:size]].add(name)
    return {short: min(names) for short, names in found.items() if short in surfaces and len(names) == 1}


def _people(names: Sequence[Words]) -> Mapping[str, Mapping[Person, Words]]:
    """By first name and by surname, and by those between where no one has them so: the persons that carry it, each
    under the longest name."""
    by_word: dict[str, dict[Person, Words]] = defaultdict(dict)
    between: dict[str, dict[Person, Words]] = defaultdict(dict)
    for name in names:
        person, words = _person(name), _parted(name)[0]
        if len(words) > 1:
            for word in {*person[:2]}:
                by_word[word][person] = max(by_word[word].get(person, ()), name, key=len)
            for word in words[1:-1]:
                between[word][person] = max(between[word].get(person, ()), name, key=len)
    return between | by_word


def _person(name: Words) -> Person:
    words, generation = _parted(name)
    return words[0], words[-1], generation


def _parted(name: Words) -> tuple[Words, str]:
    """A name without its generation, and that."""
    last = name[-1].rstrip(".")
    return (name[:-1], last) if len(name) > 1 and last in _GENERATIONS else (name, "")


def _bearers(name: Words, people: Mapping[str, Mapping[Person, Words]]) -> Sequence[Words]:
    words, generation = _parted(name)
    bearers = people.get(words[-1], {})
    if len(words) > 1:
        own = bearers.get((words[0], words[-1], generation))
        return [own if own and set(name) <= set(own) else name]
    as_surname = {person: full for person, full in bearers.items() if person[1] == words[0]} or bearers
    return [
        full
        for (first, surname, theirs), full in as_surname.items()
        if theirs == generation or not (generation or (first, surname, "") in as_surname)
    ]
