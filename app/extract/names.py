"""The parser's named stretches with the errors repaired that it makes on news: what belongs to a name, and what not."""

from collections.abc import Iterable, Iterator, Sequence

from app.extract.demonyms import country_of
from app.extract.found import HONORIFICS, POSSESSIVES, Found, is_capitalised, is_honorific, is_role, kind_of
from app.extract.pipeline import Named
from app.extract.stretches import whole
from app.kit.given_names import sex_of, sex_of_title
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
_DASHES = ("-", "–", "—", "--")


def names(tokens: Sequence[Token], named: Iterable[Named]) -> Iterator[Found]:
    """The named persons, organisations, places and events, trimmed of articles, titles, possessives and marks."""
    for stretch in whole(tokens, named):
        kind = kind_of(stretch.label)
        if kind is None:
            continue
        first = _after_portfolio(tokens, stretch.first, stretch.end)
        if first > stretch.first or _is_ranked(tokens, first, stretch.end, kind):
            kind = EntityKind.PERSON
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
    """Where the name begins in "Minister of Ports and *Works Ana Reyes*": behind the office's fields, if a full name is
    left."""
    link = first - 1
    while link > 0 and (tokens[link].text.lower() in _FIELDS or tokens[link].text in (",", "and", "&")):
        link -= 1
    if link < 1 or tokens[link].text not in ("of", "for") or tokens[link - 1].text.lower() not in _PORTFOLIO:
        return first
    start = first
    while start < end - _FEWEST and tokens[start].text.lower() in _FIELDS:
        start += 1
    return start


def _is_ranked(tokens: Sequence[Token], first: int, end: int, kind: EntityKind) -> bool:
    """Is what the parser takes for a body a rank before a given name and a surname ("*ASP* Ryan Holm")?"""
    start = _after_titles(tokens, first, end)
    name = " ".join(token.text for token in tokens[start:end])
    return kind is EntityKind.ORGANISATION and start > first and end - start == _FEWEST and sex_of(name) is not None


def _trimmed(tokens: Sequence[Token], first: int, end: int, kind: EntityKind) -> Found | None:
    end = next((index for index in range(first + 1, end) if tokens[index].text == ":"), end)
    while first < end and _opens_badly(tokens[first]):
        first += 1
    while first < end and _closes_badly(tokens[end - 1]):
        end -= 1
    if kind is EntityKind.PERSON:
        end = _before_dash(tokens, first, _before_possessive(tokens, first, end))
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
    return token.text in POSSESSIVES or not any(c.isalnum() for c in token.text)


def _before_possessive(tokens: Sequence[Token], first: int, end: int) -> int:
    """ "Putin's Russia" names a person only up to the possessive."""
    for index in range(first + 1, end):
        if tokens[index].text in POSSESSIVES:
            return index
    return end


def _before_dash(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where an aside begins: "*Finch* - speaking in May -"."""
    return next((i for i in range(first + 1, end - 1) if tokens[i].text in _DASHES and _is_spaced(tokens, i)), end)


def _is_spaced(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index - 1].end < tokens[index].start and tokens[index].end < tokens[index + 1].start


def _after_titles(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the name begins behind "Dr.", "President", "Russian President": one token of it is always left."""
    start = first
    for index in range(first, end - 1):
        if index == end - _FEWEST and _is_given(tokens[index], tokens[index + 1]):
            break
        if is_honorific(tokens[index]) or is_role(tokens[index]) or _is_half_title(tokens, index):
            start = index + 1
        elif country_of(tokens[index].text) is None:
            break
    return start


def _is_half_title(tokens: Sequence[Token], index: int) -> bool:
    """Is the word a form of address only with the next: "*Tan* Sri"?"""
    return f"{tokens[index].text} {tokens[index + 1].text}".lower() in HONORIFICS


def _is_given(token: Token, surname: Token) -> bool:
    """Is a role before a surname rather a given name: "*Dean* Marlowe"?"""
    return is_role(token) and not sex_of_title(token.text) and sex_of(f"{token.text} {surname.text}") is not None


def _is_name(tokens: Sequence[Token], found: Found) -> bool:
    """Names hold a capital or a letter without case; a lone role or nationality is no name of a person, an
    inhabitant ("the *Frenchman*") or common noun ("*Friends* said") none of a body either."""
    own = tokens[found.first : found.end]
    if not any(t.text[:1].isalpha() and not t.text[:1].islower() for t in own):
        return False
    if found.kind not in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return True
    if len(own) > 1:
        is_described = found.kind is EntityKind.PERSON and is_role(own[-1]) and not is_capitalised(own[-1])
        return not is_described and not all(is_role(t) or not t.text.isalnum() for t in own)
    only = own[0]
    if _is_inhabitant(only.text) or _is_common(tokens, found.first) or _is_letters(tokens, found.first):
        return False
    if found.kind is EntityKind.ORGANISATION:
        return only.text.isupper() or not is_honorific(only)
    return not (is_role(only) or is_honorific(only) or country_of(only.text) is not None)


def _is_common(tokens: Sequence[Token], index: int) -> bool:
    """Is the lone word a common noun: several, or one with "a", or with a capital that the sentence gives it?"""
    token, before = tokens[index], tokens[index - 1] if index else None
    opens = before is None or before.sentence != token.sentence
    with_article = any(t.text.lower() in ("a", "an") and t.head == index for t in tokens[max(0, index - 3) : index])
    return token.tag == "NNS" or (token.tag == "NN" and (opens or with_article))


def _is_letters(tokens: Sequence[Token], index: int) -> bool:
    """Are these the letters after somebody's name ("Ana Berg *BL*")?"""
    before = tokens[max(0, index - 1) : index]
    return tokens[index].text in _POSTNOMINALS and any(t.pos == "PROPN" and not t.text.isupper() for t in before)


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
