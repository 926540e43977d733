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
_POSTNOMINALS = words("app.kit", "postnominals.txt")
_INHABITANTS = ("man", "woman", "men", "women")
_FEWEST = 2
_POSSESSIVES = ("'s", "’s", "'", "’", "s'")


def names(tokens: Sequence[Token], named: Iterable[Named]) -> Iterator[Found]:
    """The named persons, organisations, places and events, trimmed of articles, titles, possessives and marks."""
    for stretch in named:
        kind = kind_of(stretch.label)
        if kind is None:
            continue
        first = _after_portfolio(tokens, stretch.first, stretch.end)
        kind = EntityKind.PERSON if first > stretch.first else kind
        for start, end in _each(tokens, first, stretch.end):
            trimmed = _trimmed(tokens, start, end, kind)
            if trimmed is not None and _is_name(tokens, trimmed) and not _is_portfolio(tokens, trimmed):
                yield _designated(tokens, trimmed)


def _each(tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that commas part, where nothing ties the words before to those behind ("According to *Hale, Holm* had
    …"; but "Robert Hale, Jr.")."""
    for comma in range(first + 1, end - 1):
        before, behind = range(first, comma), range(comma + 1, end)
        tied = any(tokens[i].head in behind for i in before) or any(tokens[i].head in before for i in behind)
        if tokens[comma].text == "," and not tied:
            yield first, comma
            first = comma + 1
    yield first, end


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
        if end - first > 1 and tokens[end - 1].text.rstrip(".") in _POSTNOMINALS:
            first, end = _from_given_name(tokens, first, end - 1), end - 1
        first = _after_titles(tokens, first, end)
    return Found(first, end, kind, _SURE) if first < end else None


def _from_given_name(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a name begins that letters after it cut off: "*Marguerite* Oyelaran KC"."""
    while (
        end - first < _FEWEST and first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].dep == "compound"
    ):
        first -= 1
    return first


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
    """Names hold a capital or a letter without case; a lone role or nationality is no name of a person, an
    inhabitant ("the *Frenchman*") none of a body either."""
    if not any(t.text[:1].isalpha() and not t.text[:1].islower() for t in tokens[found.first : found.end]):
        return False
    only = tokens[found.first]
    if found.end - found.first > 1 or found.kind not in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return True
    if _is_inhabitant(only.text):
        return False
    is_word = is_role(only) or is_honorific(only) or country_of(only.text) is not None
    return found.kind is EntityKind.ORGANISATION or not is_word


def _is_inhabitant(word: str) -> bool:
    return any(country_of(word.removesuffix(ending)) for ending in _INHABITANTS if word.endswith(ending))


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
