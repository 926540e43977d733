"""Bodies that no proper noun names, yet which are told from all others: "Russia's defence ministry", "the Israeli
military", "Saltshire council"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.extract.demonyms import country_of
from app.extract.found import POSSESSIVES, Found, is_capitalised, surface_of, words_of
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

_NOUNS = words("app.extract", "institutions.txt")
_SIDES = ("west", "east", "north", "south", "central", "southern", "northern", "western", "eastern")
_INSIDE = ("NOUN", "PROPN", "ADJ")
_VAGUE = ("a", "an", "another", "any", "no", "some", "every", "each")
_SMALL = frozenset(("of", "the", "for", "and", *POSSESSIVES))
_WIDEST, _MANY, _TOLD = 6, 8, 0.7

Names = Mapping[int, Found]


def with_institutions(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """The names with the institutions among them, of which the name is a part that tells whose an institution is.

    "The interior ministry" alone is none, since every country has one and articles on several would be joined by it,
    nor "a Russian ministry": a noun for a body counts only with the one country, place or league that has it.
    """
    by_token = {index: name for name in found for index in range(name.first, name.end)}
    told = list(_institutions(tokens, by_token))
    inside = {index for name in told for index in range(name.first, name.end)}
    return sorted([*(name for name in found if not inside.intersection(range(name.first, name.end))), *told])


def fuller_institutions(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[str, str]:
    """The institutions by the one body of the article whose name has all their words: "Norway's defence ministry" by
    "Norwegian Ministry of Defence"."""
    bodies = [name for name in found if name.kind is EntityKind.ORGANISATION]
    full = {surface_of(tokens, name, text): _key(tokens, name) for name in bodies}
    by_word: dict[str, list[str]] = defaultdict(list)
    for name, key in full.items():
        for word in key:
            by_word[word].append(name)
    result: dict[str, str] = {}
    for own in filter(_is_lower, full):
        key = full[own]
        likely = min((by_word[word] for word in key), key=len, default=())[: _MANY + 1]
        wider = [name for name in likely if key < full[name] or (key == full[name] and not _is_lower(name))]
        if len(wider) == 1 and len(likely) <= _MANY:
            result[own] = wider[0]
    return result


def _is_lower(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].islower()


def _key(tokens: Sequence[Token], name: Found) -> frozenset[str]:
    """The words that tell the body, a country's name for its adjective."""
    countries = {t.text.casefold(): c.casefold() for t in tokens[name.first : name.end] if (c := country_of(t.text))}
    return frozenset(countries.get(word, word) for word in words_of(tokens, name)) - _SMALL


def _institutions(tokens: Sequence[Token], names: Names) -> Iterator[Found]:
    for index, token in enumerate(tokens):
        if is_capitalised(token) or index in names or _goes_on(tokens, index):
            continue
        two = f"{tokens[index - 1].text} {token.text}" if index else ""
        noun = index - 1 if two in _NOUNS else index if token.text in _NOUNS else None
        first = _beginning(tokens, names, noun) if noun is not None else None
        if first is not None:
            yield Found(first, index + 1, EntityKind.ORGANISATION, _TOLD)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Is the noun only the first part of another ("*army* officers", "*council*-run")?"""
    return tokens[index].dep in ("compound", "amod", "nmod") or any(
        token.text == "-" and token.start == tokens[index].end for token in tokens[index + 1 : index + 2]
    )


def _beginning(tokens: Sequence[Token], names: Names, noun: int) -> int | None:
    """Where the institution begins whose noun begins at `noun`; None where it isn't told which it is."""
    first = noun
    while first > max(0, noun - _WIDEST) and _modifies(tokens, first - 1, noun):
        first -= 1
    if first == noun:
        return None
    before = [token for token in tokens[max(0, first - 1) : first] if token.sentence == tokens[noun].sentence]
    if any(token.text.lower() in _VAGUE or token.dep in ("poss", "case") for token in before):
        return None
    return first if _owns(tokens, names, first, noun) else None


def _modifies(tokens: Sequence[Token], index: int, noun: int) -> bool:
    """Does the token stand in the noun's own phrase, before it?"""
    token = tokens[index]
    part = token.pos in _INSIDE or token.text in (*POSSESSIVES, "and")
    return part and token.sentence == tokens[noun].sentence and (token.head > index or token.text in POSSESSIVES)


def _owns(tokens: Sequence[Token], names: Names, first: int, noun: int) -> bool:
    """Does what stands first tell whose the institution is: a country, a place, a league by its initials?"""
    name, word = names.get(first), tokens[first]
    if name is None:
        of_side = word.text.lower() in _SIDES and is_capitalised(word) and is_capitalised(tokens[first + 1])
        return country_of(word.text) is not None or of_side
    if name.first < first:
        return False
    is_council = tokens[noun].text == "council" and name.end == noun
    return name.kind is EntityKind.PLACE or (
        name.kind is EntityKind.ORGANISATION and (word.text.isupper() or is_council)
    )
