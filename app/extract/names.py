"""The parser's named stretches with the errors repaired that it makes on news: what belongs to a name, and what not."""

from collections.abc import Iterable, Iterator, Sequence

from app.extract.demonyms import country_of
from app.extract.found import Found, is_honorific, is_role, kind_of
from app.extract.pipeline import Named
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

_SURE = 0.9
_ARTICLES = ("the", "a", "an")
_DESIGNATORS = (
    "Oblast",
    "Province",
    "County",
    "Region",
    "District",
    "Governorate",
    "Prefecture",
    "Krai",
    "Raion",
    "Valley",
)
_PORTFOLIO = ("minister", "secretary", "ministers")
_FIELDS = words("app.extract", "portfolios.txt")
_FEWEST = 2
_POSSESSIVES = ("'s", "’s", "'", "’", "s'")


def names(tokens: Sequence[Token], named: Iterable[Named]) -> Iterator[Found]:
    """The named persons, organisations, places and events, trimmed of articles, titles, possessives and marks."""
    for stretch in named:
        kind = kind_of(stretch.label)
        if kind is None:
            continue
        first = _after_portfolio(tokens, stretch.first, stretch.end)
        held = first > stretch.first
        trimmed = _trimmed(tokens, first, stretch.end, EntityKind.PERSON if held else kind)
        if trimmed is not None and _is_name(tokens, trimmed) and not _is_portfolio(tokens, trimmed):
            yield _designated(tokens, trimmed)


def _after_portfolio(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the name begins in "Minister of *Works Ana Reyes*": behind the office's field, if a full name is left."""
    if first < _FEWEST or tokens[first - 1].text != "of" or tokens[first - 2].text.lower() not in _PORTFOLIO:
        return first
    start = first
    while start < end - _FEWEST and tokens[start].text.lower() in _FIELDS:
        start += 1
    return start


def _trimmed(tokens: Sequence[Token], first: int, end: int, kind: EntityKind) -> Found | None:
    end = next((index for index in range(first + 1, end) if tokens[index].text == ":"), end)
    while first < end and _opens_badly(tokens[first]):
        first += 1
    while first < end and _closes_badly(tokens[end - 1]):
        end -= 1
    if kind is EntityKind.PERSON:
        end = _before_possessive(tokens, first, end)
        first = _after_titles(tokens, first, end)
    return Found(first, end, kind, _SURE) if first < end else None


def _opens_badly(token: Token) -> bool:
    return token.text.lower() in _ARTICLES or not any(c.isalnum() for c in token.text)


def _closes_badly(token: Token) -> bool:
    return token.text in _POSSESSIVES or not any(c.isalnum() for c in token.text)


def _before_possessive(tokens: Sequence[Token], first: int, end: int) -> int:
    """ "Putin's Russia" names a person only up to the possessive."""
    for index in range(first + 1, end):
        if tokens[index].text in _POSSESSIVES:
            return index
    return end


def _after_titles(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the name begins behind "Dr.", "President", "Russian President": one token of it is always left."""
    start = first
    for index in range(first, end - 1):
        if is_honorific(tokens[index]) or is_role(tokens[index]):
            start = index + 1
        elif country_of(tokens[index].text) is None:
            break
    return start


def _is_name(tokens: Sequence[Token], found: Found) -> bool:
    """Names hold a capital or a letter without case; a lone role or demonym is no name of a person."""
    if not any(t.text[:1].isalpha() and not t.text[:1].islower() for t in tokens[found.first : found.end]):
        return False
    only = tokens[found.first]
    return not (
        found.kind is EntityKind.PERSON
        and found.end - found.first == 1
        and (is_role(only) or is_honorific(only) or country_of(only.text) is not None)
    )


def _is_portfolio(tokens: Sequence[Token], found: Found) -> bool:
    """ "Defense" in "Defense Minister" is the minister's field, not an organisation."""
    return (
        found.kind is EntityKind.ORGANISATION
        and found.end - found.first == 1
        and found.end < len(tokens)
        and not tokens[found.first].text.isupper()
        and tokens[found.end].text.lower() in _PORTFOLIO
    )


def _designated(tokens: Sequence[Token], found: Found) -> Found:
    """ "Oblast" alone is the end of a place's name: its other words stand right before it."""
    if tokens[found.end - 1].text not in _DESIGNATORS:
        return found
    first = found.first
    while first > 0 and tokens[first - 1].head == found.end - 1 and tokens[first - 1].dep == "compound":
        first -= 1
    return found._replace(first=first, kind=EntityKind.PLACE) if found.end - first > 1 else found
