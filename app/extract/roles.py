"""What persons are said to be: "Prime Minister" before a name, ", leader of …" after it, "the mayor, …"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.extract.found import Found, is_role
from app.kit.tables import words
from app.model.mention import EntityKind, Role
from app.model.span import Span
from app.model.syntax import Token

_WIDEST = 12
_LONGEST = 25
_INSIDE = ("ADJ", "NOUN", "PROPN")
_LINKS = ("of", "for")
_BOUNDS = (",", ";", ":", "(", ")", "–", "—", "--", "who", "which", "that", "whose", "whom")
_AND = ("and", "or", "&")
_PORTFOLIO = ("minister", "secretary")
_CLIMBED = ("pobj", "prep", "poss", "appos", "compound", "nmod")
_KIN = words("app.extract", "kin.txt")


def roles(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[Found, tuple[Role, ...]]:
    """The roles printed with each name of a person, without article or possessive pronoun.

    Says nothing where the phrase could belong to somebody else: after kinship words ("the wife of the mayor, …"), in
    enumerations ("the mayor, Ann Lee and Bo Dahl").
    """
    people = [name for name in found if name.kind is EntityKind.PERSON]
    after = _apposed(tokens, people)
    return {name: tuple(_role(tokens, text, *place) for place in _places(tokens, name, after[name])) for name in people}


def _role(tokens: Sequence[Token], text: str, first: int, end: int) -> Role:
    span = Span(tokens[first].start, tokens[end - 1].end)
    return Role(text=span.of(text), span=span)


def _places(tokens: Sequence[Token], name: Found, after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The token ranges of the roles of one name, in text order."""
    yield from _reversed(tokens, name)
    title = _title(tokens, name)
    if title < name.first:
        yield title, name.first
    for noun in after:
        yield _apposition(tokens, noun)


def _title(tokens: Sequence[Token], name: Found) -> int:
    """Where the title before a name begins; `name.first` if there is none."""
    noun = _title_noun(tokens, name)
    if noun is None:
        return name.first
    first = noun
    while first > max(0, name.first - _WIDEST) and _modifies(tokens, first - 1, name):
        first -= 1
    while tokens[first].pos not in _INSIDE:
        first += 1
    return first


def _title_noun(tokens: Sequence[Token], name: Found) -> int | None:
    """The role noun right before the name, or before its "of …" ("Secretary of State Ana Reyes")."""
    index = name.first - 1
    if index < 0 or tokens[index].sentence != tokens[name.first].sentence:
        return None
    if is_role(tokens[index]):
        return index
    while index > name.first - 6 and index > 0 and (tokens[index].pos in _INSIDE or tokens[index].text in _AND):
        index -= 1
    before = index - 1
    linked = tokens[index].text in _LINKS and before >= 0 and index < name.first - 1
    capital = tokens[before].text[:1].isupper() or tokens[before].text in _PORTFOLIO
    return before if linked and capital and is_role(tokens[before]) else None


def _modifies(tokens: Sequence[Token], index: int, name: Found) -> bool:
    """Does the token stand in the name's own noun phrase, before it?"""
    token = tokens[index]
    if token.sentence != tokens[name.first].sentence:
        return False
    inside = token.pos in _INSIDE or token.tag in ("POS", "HYPH", "VBN", "NNP") or token.dep == "amod"
    return inside and index < token.head < name.end


def _apposed(tokens: Sequence[Token], people: Sequence[Found]) -> Mapping[Found, list[int]]:
    """The role nouns that stand after each name and depend on it."""
    owner = {index: name for name in people for index in range(name.first, name.end)}
    result: dict[Found, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        name = owner.get(token.head)
        if (
            name
            and index > name.end
            and index not in owner
            and is_role(token)
            and _opens_apposition(tokens, name, index)
        ):
            result[name].append(index)
    return result


def _opens_apposition(tokens: Sequence[Token], name: Found, noun: int) -> bool:
    """Does a comma (or bracket, or dash) follow the name, and nothing but modifiers stand before the noun?"""
    start = name.end
    if tokens[start].text not in _BOUNDS or tokens[start].text in ("who", "which", "that"):
        return False
    return noun - start <= _WIDEST and not any(
        t.text in _BOUNDS or t.text in _AND or (t.pos in ("VERB", "AUX", "ADP") and t.head != noun)
        for t in tokens[start + 1 : noun]
    )


def _apposition(tokens: Sequence[Token], noun: int) -> tuple[int, int]:
    """From the noun's first modifier to the end of its phrase: the next comma, bracket, dash or relative clause."""
    first = noun
    while first > 0 and _before_noun(tokens, first - 1, noun):
        first -= 1
    end = noun + 1
    while end < min(len(tokens), noun + _LONGEST) and _within(tokens, end, noun):
        end += 1
    return first, end


def _before_noun(tokens: Sequence[Token], index: int, noun: int) -> bool:
    token = tokens[index]
    return (
        token.sentence == tokens[noun].sentence
        and (token.pos in _INSIDE or token.tag in ("POS", "HYPH", "VBN"))
        and index < token.head <= noun
    )


def _within(tokens: Sequence[Token], index: int, noun: int) -> bool:
    token = tokens[index]
    return token.text not in _BOUNDS and token.sentence == tokens[noun].sentence and _under(tokens, index, noun)


def _under(tokens: Sequence[Token], index: int, noun: int) -> bool:
    """Does the token depend on the noun, at whatever depth (up to the longest phrase)?"""
    for _ in range(_LONGEST):
        if index == noun:
            return True
        index = tokens[index].head
        if index < noun:
            return False
    return False


def _reversed(tokens: Sequence[Token], name: Found) -> Iterator[tuple[int, int]]:
    """ "the spokesman of the ministry, Ola Berg": the outermost role noun of the phrase that ends at the comma."""
    comma = name.first - 1
    if comma < 1 or tokens[comma].text != "," or _enumerates(tokens, name):
        return
    nouns = list(_chain(tokens, comma))
    if any(tokens[n].text.lower() in _KIN for n in nouns):
        return
    role_nouns = [n for n in nouns if is_role(tokens[n])]
    if role_nouns:
        first, _ = _apposition(tokens, min(role_nouns))
        if comma - first <= _LONGEST:
            yield first, comma


def _enumerates(tokens: Sequence[Token], name: Found) -> bool:
    return name.end < len(tokens) and tokens[name.end].text in _AND


def _chain(tokens: Sequence[Token], comma: int) -> Iterator[int]:
    """The nouns of "the A of the B's C" before the comma, innermost first."""
    index = comma - 1
    for _ in range(_WIDEST):
        token = tokens[index]
        if token.sentence != tokens[comma].sentence:
            return
        if token.pos in ("NOUN", "PROPN"):
            yield index
        if token.head >= index or token.dep not in _CLIMBED:
            return
        index = token.head
