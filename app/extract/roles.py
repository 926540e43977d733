"""What persons are said to be: "Prime Minister" before a name, ", leader of …" after it, "the mayor, …"."""

from collections.abc import Iterator, Mapping, Sequence

from app.extract.appositions import apposed, apposition, reversed_apposition
from app.extract.found import Found, is_role
from app.model.mention import EntityKind, Role
from app.model.span import Span
from app.model.syntax import Token

_WIDEST = 12
_INSIDE = ("ADJ", "NOUN", "PROPN")
_LINKS = ("of", "for")
_AND = ("and", "or", "&")
_PORTFOLIO = ("minister", "secretary")


def roles(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[Found, tuple[Role, ...]]:
    """The roles printed with each name of a person, without article or possessive pronoun.

    Says nothing where the phrase could belong to somebody else: after kinship words ("the wife of the mayor, …"), in
    enumerations ("the mayor, Ann Lee and Bo Dahl").
    """
    people = [name for name in found if name.kind is EntityKind.PERSON]
    after = apposed(tokens, people)
    return {name: tuple(_role(tokens, text, *place) for place in _places(tokens, name, after[name])) for name in people}


def _role(tokens: Sequence[Token], text: str, first: int, end: int) -> Role:
    span = Span(tokens[first].start, tokens[end - 1].end)
    return Role(text=span.of(text), span=span)


def _places(tokens: Sequence[Token], name: Found, after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The token ranges of the roles of one name, in text order."""
    yield from reversed_apposition(tokens, name)
    title = _title(tokens, name)
    if title < name.first:
        yield title, name.first
    for noun in after:
        yield apposition(tokens, noun)


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
