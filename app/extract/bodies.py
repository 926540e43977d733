"""Names of bodies that the parser passed over, known by the noun that they end in: "the Dockers' and Riggers' *Union*",
"the Torvik *Courier*"."""

from collections.abc import Collection, Sequence

from app.extract.found import POSSESSIVES, is_capitalised
from app.kit.given_names import sex_of
from app.kit.tables import words
from app.model.syntax import Token

BODIES = words("app.extract", "bodies.txt")
_FEWEST, _WIDEST = 2, 12


def in_full(tokens: Sequence[Token], first: int, taken: Collection[int]) -> int | None:
    """Where a body's name ends that begins at `first`, with two words or more outside the `taken` tokens; else None.

    An "and" is of the name where "the" stands before and one word or a genitive between ("the Hale and Vale Trust").
    """
    if not _is_word(tokens, first, taken) or (first and _is_word(tokens, first - 1, ())):
        return None
    end = first + 1
    while end < min(len(tokens), first + _WIDEST) and tokens[end].sentence == tokens[first].sentence:
        if tokens[end].text == "and" and not _joins(tokens, first, end):
            break
        if not (_is_word(tokens, end, taken) or tokens[end].text in (*POSSESSIVES, "and")):
            break
        end += 1
    own = [index for index in range(first, end) if tokens[index].text.isalpha() and tokens[index].text != "and"]
    ends_so = len(own) >= _FEWEST and own[-1] == end - 1 and tokens[end - 1].text.lower() in BODIES
    goes_on = end < len(tokens) and end in taken and tokens[end - 1].head >= end
    return end if ends_so and not goes_on and not _is_persons(tokens, first, end) else None


def _is_persons(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Is it rather a given name and a surname, without "the" before?"""
    name = " ".join(token.text for token in tokens[first:end])
    after_the = first > 0 and tokens[first - 1].text.lower() == "the"
    return end - first == _FEWEST and not after_the and sex_of(name) is not None


def _is_word(tokens: Sequence[Token], index: int, taken: Collection[int]) -> bool:
    token = tokens[index]
    return token.pos == "PROPN" and is_capitalised(token) and index not in taken


def _joins(tokens: Sequence[Token], first: int, link: int) -> bool:
    """Are the parts before and after an "and" of one name?"""
    after_the = first > 0 and tokens[first - 1].text.lower() == "the"
    single = link - first == 1 and tokens[first].tag == "NNP"
    return after_the and (single or tokens[link - 1].text in POSSESSIVES)
