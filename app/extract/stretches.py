"""The parser's named stretches made whole: names that it cut in two, or left a word of outside."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.extract.bodies import BODIES
from app.extract.demonyms import COUNTRIES, country_of
from app.extract.found import is_capitalised, is_honorific, is_role, kind_of
from app.extract.pipeline import Named
from app.model.syntax import Token

_NATIONAL = ("Police", "Statistics", "Health", "Sport", "Natural", "Historic", "Creative", "Transport")
_MARKS = ("“”", '""', "‘’", "''", "``''")
_LONGEST = 4


def whole(tokens: Sequence[Token], named: Iterable[Named]) -> Iterator[Named]:
    """The stretches that may hold names, each with the words that are its own and in no other."""
    stretches = [stretch for stretch in named if kind_of(stretch.label)]
    taken = {index for stretch in stretches for index in range(stretch.first, stretch.end)}
    yield from _joined(tokens, [_widened(tokens, stretch, taken) for stretch in stretches])


def run(tokens: Sequence[Token], end: int, taken: Iterable[int] = ()) -> int:
    """Where the capitalised words end that go on with a name which ends at `end`, as the parse ties them."""
    while (
        end < len(tokens)
        and end not in taken
        and _is_part(tokens[end])
        and tokens[end - 1].dep in ("compound", "nmod")
        and end <= tokens[end - 1].head < end + _LONGEST
        and tokens[end - 1].sentence == tokens[end].sentence
    ):
        end += 1
    return end


def is_titled(tokens: Sequence[Token], first: int) -> bool:
    """Does a capitalised role or a form of address stand right before a name that begins here?"""
    if not first or tokens[first - 1].sentence != tokens[first].sentence:
        return False
    before = tokens[first - 1]
    return is_capitalised(before) and (is_role(before) or is_honorific(before)) and before.head >= first


def _is_part(token: Token) -> bool:
    """Is the word like a part of a name, and no title or nationality?"""
    is_title = is_role(token) or is_honorific(token)
    return token.pos == "PROPN" and is_capitalised(token) and not is_title and country_of(token.text) is None


def _widened(tokens: Sequence[Token], stretch: Named, taken: Iterable[int]) -> Named:
    first, end, label = stretch
    if label == "PERSON" and (is_titled(tokens, first) or is_honorific(tokens[first])):
        return Named(first, run(tokens, end, taken), label)
    if label == "GPE":
        if _is_national_body(tokens, first, end):
            return Named(first - 1, end, "ORG")
        after = run(tokens, end, taken)
        return Named(first, after, "ORG") if after > end and tokens[after - 1].text.lower() in BODIES else stretch
    if label == "ORG" and tokens[end - 1].text.lower() in BODIES:
        while (
            first
            and first - 1 not in taken
            and _is_part(tokens[first - 1])
            and tokens[first - 1].dep == "compound"
            and first <= tokens[first - 1].head < end
        ):
            first -= 1
    return Named(first, end, label)


def _is_national_body(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Is the place the country in the name of its body: "Police *Scotland*", "Statistics *Canada*"?"""
    before, own = tokens[max(0, first - 1) : first], " ".join(token.text for token in tokens[first:end])
    return own in COUNTRIES and any(
        t.text in _NATIONAL and t.dep == "compound" and first <= t.head < end for t in before
    )


def _joined(tokens: Sequence[Token], stretches: Sequence[Named]) -> Iterator[Named]:
    open_: Named | None = None
    for stretch in stretches:
        if open_ and _is_one(tokens, open_, stretch):
            open_ = Named(open_.first, stretch.end, "PERSON")
        else:
            if open_:
                yield open_
            open_ = stretch
    if open_:
        yield open_


def _is_one(tokens: Sequence[Token], one: Named, other: Named) -> bool:
    """Are both parts of one person's name: "*Abdoul* *Karim Seyba*", `*Corazon* "Cory" *Delos Reyes*`?"""
    if one.label == other.label == "PERSON" and _is_nickname(tokens, one.end, other.first):
        return True
    last = tokens[one.end - 1]
    if one.end != other.first or last.dep != "compound" or not other.first <= last.head < other.end:
        return False
    if other.label == "PERSON":
        return one.label == "GPE" and one.end - one.first == 1 and is_titled(tokens, one.first)
    return one.label == "PERSON" and one.end - one.first > 1 and _is_one_word(tokens, other)


def _is_nickname(tokens: Sequence[Token], first: int, end: int) -> bool:
    inside = tokens[first + 1 : end - 1]
    return (
        0 < len(inside) <= 2
        and tokens[first].text + tokens[end - 1].text in _MARKS
        and all(is_capitalised(token) for token in inside)
    )


def _is_one_word(tokens: Sequence[Token], stretch: Named) -> bool:
    own = tokens[stretch.first : stretch.end]
    plain = all(token.text.isalpha() or token.text == "-" for token in own) and not own[-1].text.isupper()
    return plain and all(one.end == other.start for one, other in pairwise(own))
