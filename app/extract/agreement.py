"""One article, one reading: the same words name the same kind of thing, and a surname its bearer."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from app.extract.appositions import shows_person
from app.extract.demonyms import COUNTRIES, country_of
from app.extract.found import Found, is_capitalised, is_honorific, is_role, words_of
from app.kit.given_names import sex_of
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

_LOCATIVE = ("in", "at", "from", "near", "into", "around", "across", "outside", "inside")
_ORGANISATIONS = {tuple(name.casefold().split()): name for name in words("app.extract", "organisations.txt")}
_COUNTRIES = frozenset(map(str.casefold, COUNTRIES))
_REPAIRED = 0.7
_FULL = 2

Words = tuple[str, ...]


def agreed(tokens: Sequence[Token], found: Iterable[Found]) -> list[Found]:
    """The names, each kind of name decided once for the whole article; surnames of its persons are persons."""
    names = _untitled(tokens, [(key, name) for name in found if (key := words_of(tokens, name))])
    kinds = _kinds(tokens, names)
    return [_as(name, kinds[key]) for key, name in names]


def _untitled(tokens: Sequence[Token], names: Sequence[tuple[Words, Found]]) -> list[tuple[Words, Found]]:
    """The names without those that are only the title of somebody in the article ("The *Convenor* has …")."""
    before = (tokens[name.first - 1] for _, name in names if name.first and _addressed(tokens, name))
    titles = {token.text.casefold() for token in before if is_role(token)}
    return [(key, name) for key, name in names if not (len(key) == 1 and key[0] in titles)]


def _as(name: Found, kind: EntityKind) -> Found:
    return name if name.kind is kind else name._replace(kind=kind, confidence=_REPAIRED)


def _kinds(tokens: Sequence[Token], names: Sequence[tuple[Words, Found]]) -> Mapping[Words, EntityKind]:
    votes: dict[Words, Counter[EntityKind]] = defaultdict(Counter)
    located: set[Words] = set()
    shown: set[Words] = set()
    for key, name in names:
        votes[key][EntityKind.PERSON if _addressed(tokens, name) else name.kind] += 1
        if name.first and tokens[name.first - 1].text.lower() in _LOCATIVE:
            located.add(key)
        if shows_person(tokens, name):
            shown.add(key)
    for key in shown:
        votes[key] = Counter({EntityKind.PERSON: 1})
    surnames = {key[-1] for key, count in votes.items() if len(key) > 1 and _leader(count) is EntityKind.PERSON}
    for key in [key for key in votes if key[-1] not in surnames and _has_given_name(key, votes)]:
        votes[key] = Counter({EntityKind.PERSON: 1})
        surnames.add(key[-1])
    return {key: _kind(key, count, surnames, located) for key, count in votes.items()}


def _has_given_name(key: Words, names: Collection[Words]) -> bool:
    """Does a name begin with a given name, and end in what stands alone elsewhere in the article?"""
    return len(key) == _FULL and key not in _ORGANISATIONS and key[1:] in names and sex_of(" ".join(key)) is not None


def _kind(key: Words, votes: Counter[EntityKind], surnames: set[str], located: set[Words]) -> EntityKind:
    if key in _ORGANISATIONS:
        return EntityKind.ORGANISATION
    if len(key) == 1 and key[0] in surnames and key not in located and key[0] not in _COUNTRIES:
        return EntityKind.PERSON
    return _leader(votes)


def _leader(votes: Counter[EntityKind]) -> EntityKind:
    """The kind most often seen; of two seen equally often, person first, since headlines mislabel surnames most."""
    return max(votes, key=lambda kind: (votes[kind], kind is EntityKind.PERSON))


def _addressed(tokens: Sequence[Token], name: Found) -> bool:
    """Does a title or form of address stand right before the name, in one noun phrase with it?"""
    if name.first == 0 or name.kind is EntityKind.EVENT:
        return False
    before, head = tokens[name.first - 1], tokens[name.first - 1].head
    titled = is_honorific(before) or (is_role(before) and is_capitalised(before))
    return titled and name.first <= head < name.end and country_of(tokens[name.first].text) is None
