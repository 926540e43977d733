"""Appositions: ", leader of the union" after a name, "the spokesman of the ministry, Ola Berg" before it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.extract.found import Found, is_role
from app.kit.tables import words
from app.model.syntax import Token

_WIDEST = 12
_LONGEST = 25
_INSIDE = ("ADJ", "NOUN", "PROPN")
_BOUNDS = (",", ";", ":", "(", ")", "–", "—", "--", "who", "which", "that", "whose", "whom")
_AND = ("and", "or", "&")
_CLIMBED = ("pobj", "prep", "poss", "appos", "compound", "nmod")
_OFFICES = words("app.extract", "offices.txt")
_KIN = words("app.extract", "kin.txt")


def apposed(tokens: Sequence[Token], people: Sequence[Found]) -> Mapping[Found, list[int]]:
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


def apposition(tokens: Sequence[Token], noun: int) -> tuple[int, int]:
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


def shows_person(tokens: Sequence[Token], name: Found) -> bool:
    """Does the name stand in apposition to an office that only a person holds?

    After the name that is sure ("Berg, the mayor of Bergen,"). Before it ("the mayor of Bergen, Ola Berg,") it is for
    names of several words; "the chairman of the bank, Holm & Sons," does not show it: the name may be the bank's.
    """
    return _office_after(tokens, name) or (name.end - name.first > 1 and _office_before(tokens, name))


def _office_before(tokens: Sequence[Token], name: Found) -> bool:
    if name.first <= 1 or tokens[name.first - 1].text != "," or tokens[name.end - 1].dep != "appos":
        return False
    nouns = list(_chain(tokens, name.first - 1))
    plain = bool(nouns) and (tokens[nouns[0]].pos == "PROPN" or is_role(tokens[nouns[0]]))
    return plain and not _enumerates(tokens, name) and tokens[nouns[-1]].text.lower() in _OFFICES


def _office_after(tokens: Sequence[Token], name: Found) -> bool:
    after = tokens[name.end + 1 : name.end + _WIDEST]
    return any(
        t.dep == "appos" and name.first <= t.head < name.end and t.text.lower() in _OFFICES
        for t in after
        if tokens[name.end].text == ","
    )


def reversed_apposition(tokens: Sequence[Token], name: Found) -> Iterator[tuple[int, int]]:
    """ "the spokesman of the ministry, Ola Berg": the outermost role noun of the phrase that ends at the comma."""
    comma = name.first - 1
    if comma < 1 or tokens[comma].text != "," or _enumerates(tokens, name):
        return
    nouns = list(_chain(tokens, comma))
    if any(tokens[n].text.lower() in _KIN for n in nouns):
        return
    role_nouns = [n for n in nouns if is_role(tokens[n])]
    if role_nouns:
        first, _ = apposition(tokens, min(role_nouns))
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
