"""What a text calls those whom it names: roles, titles, appositions, "is a …", ages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.attribute.lexicon import RELATIVES
from app.attribute.nouns import Sort, sorts
from app.attribute.phrases import phrase_of
from app.attribute.tree import Range, Tree
from app.kit.given_names import sex_of_title
from app.model.mention import EntityKind, Mention
from app.model.naming import fold

_WIDEST, _TITLES = 8, 4
_INSIDE = ("NOUN", "PROPN", "ADJ")
_CONTENT = ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
_TIES = ("appos", "npadvmod", "nmod")
_UP = ("pobj", "prep", "poss")


class Called(NamedTuple):
    """A noun for somebody, and the words that stand with it, itself among them: lower case, "france" for "french"."""

    noun: str
    words: frozenset[str]


def called(tree: Tree, mention: Mention, place: Range, adjectives: Mapping[str, str]) -> Iterator[Called]:
    """The descriptions that a text gives right where it names somebody."""
    fields: set[int] = set()
    for role in mention.roles:
        stretch = tree.covering(role.span)
        fields.update(range(_of(tree, stretch), stretch.end))
        noun = _top(tree, stretch)
        if noun is not None:
            yield Called(fold(tree.tokens[noun].text), words(tree, stretch, adjectives))
    beside = (*_before(tree, place), *_reversed(tree, place))
    if mention.entity_kind is EntityKind.PERSON:
        beside = tuple((noun, stretch) for noun, stretch in beside if _may_be_person(tree, noun, place))
    for noun, stretch in (*beside, *_apposed(tree, place), *_predicated(tree, place)):
        if noun in fields:
            continue
        yield Called(fold(tree.tokens[noun].text), words(tree, stretch, adjectives))


def _may_be_person(tree: Tree, noun: int, place: Range) -> bool:
    """May a noun before a person's name be for that person? "In his *campaign*, Berg said" and "*Navy* diver Berg"
    speak of bodies besides; right before the name a body's noun tells that it is no person's."""
    kinds = sorts(tree.tokens[noun].lemma)
    return not kinds or Sort.PERSON in kinds or noun == place.first - 1


def words(tree: Tree, stretch: Range, adjectives: Mapping[str, str]) -> frozenset[str]:
    """The words of a description that say something, as `Called` has them."""
    found = (fold(t.text) for t in tree.tokens[stretch.first : stretch.end] if t.pos in _CONTENT)
    return frozenset(adjectives.get(word, word) for word in found if word)


def head_of(tree: Tree, place: Range) -> int:
    """The token of a name on which its other words depend."""
    return next((i for i in range(*place) if not place.first <= tree.tokens[i].head < place.end), place.end - 1)


def age_of(tree: Tree, place: Range) -> str | None:
    """The age printed with a name: "Mara Holt, 46,", "46-year-old Mara Holt"."""
    after = [t.text for t in tree.tokens[place.end : place.end + 3]]
    if len(after) > 1 and after[0] in (",", "(") and after[1].isdigit() and (len(after) < 3 or not after[2].isalnum()):
        return after[1]
    before = [t.text.lower() for t in tree.tokens[max(0, place.first - 6) : place.first]]
    return stated_age(before)


def stated_age(words: list[str]) -> str | None:
    """The number before "-year-old" among the words of a phrase (lower case)."""
    joined = "".join(words)
    digits, year, _ = joined.partition("-year-old")
    age = digits[len(digits.rstrip("0123456789")) :]
    return age if year and age else None


def _top(tree: Tree, stretch: Range) -> int | None:
    """The noun of a stretch that depends on none of its words."""
    inside = range(stretch.first, _of(tree, stretch))
    tops = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    nouns = [i for i in tops or inside if tree.tokens[i].pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else None


def _of(tree: Tree, stretch: Range) -> int:
    """Where what an office is for begins: "minister *of mines and energy*"; else the end."""
    return next((i for i in range(stretch.first + 1, stretch.end) if tree.tokens[i].text == "of"), stretch.end)


def _before(tree: Tree, place: Range) -> Iterator[tuple[int, Range]]:
    """The words right before a name in its own phrase: "air stewardess *Josie Quill*", "Justice *Rahmani*"."""
    first = place.first
    while first > max(0, place.first - _WIDEST) and _leads(tree, first - 1, place):
        first -= 1
    for index in range(place.first - 1, first - 1, -1):
        if sorts(tree.tokens[index].lemma) or sex_of_title(tree.tokens[index].text):
            yield index, Range(first, place.first)
            if sorts(tree.tokens[index].lemma):
                return


def _leads(tree: Tree, index: int, place: Range) -> bool:
    token = tree.tokens[index]
    if token.sentence != tree.tokens[place.first].sentence:
        return False
    if token.text == "." and index:
        return tree.tokens[index - 1].text[:1].isupper() and tree.tokens[index - 1].head >= index
    return token.pos in _INSIDE and index < token.head < place.end


def _apposed(tree: Tree, place: Range) -> Iterator[tuple[int, Range]]:
    """ "*Mara Holt*, a teacher and mother", "the diving club, *Skerra Sub-Aqua*"."""
    head = head_of(tree, place)
    for child in tree.children(head, "appos"):
        if child >= place.end and tree.tokens[child].pos == "NOUN":
            yield from _with_joined(tree, child)
    token = tree.tokens[head]
    is_tied = token.dep in _TIES and token.head < place.first and tree.tokens[token.head].pos == "NOUN"
    if is_tied and not _is_of_relative(tree, token.head):
        yield token.head, Range(tree.range(token.head).first, place.first)


def _reversed(tree: Tree, place: Range) -> Iterator[tuple[int, Range]]:
    """ "the museum's keeper of manuscripts, Dr *Simon Adeyinka*": the outermost noun before the comma."""
    comma = place.first - 1
    while comma > 0 and tree.tokens[comma].pos in ("PROPN", "PUNCT") and tree.tokens[comma].text != ",":
        comma -= 1
    if comma < 1 or comma < place.first - _TITLES or tree.tokens[comma].text != ",":
        return
    noun, nouns = comma - 1, []
    while tree.tokens[noun].sentence == tree.tokens[comma].sentence:
        if sorts(tree.tokens[noun].lemma):
            nouns.append(noun)
        if tree.tokens[noun].head >= noun or tree.tokens[noun].dep not in (*_UP, "conj", "compound", "nmod"):
            break
        noun = tree.tokens[noun].head
    if nouns and not (nouns[1:] and any(tree.tokens[n].lemma.lower() in RELATIVES for n in nouns)):
        yield nouns[-1], Range(tree.range(nouns[-1]).first, comma)


def _with_joined(tree: Tree, noun: int) -> Iterator[tuple[int, Range]]:
    phrase = phrase_of(tree, noun)
    if phrase:
        yield noun, phrase.stretch
    for child in tree.children(noun, "conj"):
        if tree.tokens[child].pos == "NOUN":
            yield child, tree.range(child)


def _is_of_relative(tree: Tree, noun: int) -> bool:
    """Does the noun stand in "the wife of the …", so that the name after it may be hers?"""
    while tree.tokens[noun].dep in _UP and tree.tokens[noun].head < noun:
        noun = tree.tokens[noun].head
        if tree.tokens[noun].lemma.lower() in RELATIVES:
            return True
    return False


def _predicated(tree: Tree, place: Range) -> Iterator[tuple[int, Range]]:
    """ "*Mara Holt* is a teacher"."""
    token = tree.tokens[head_of(tree, place)]
    if token.dep == "nsubj" and tree.tokens[token.head].lemma == "be":
        for child in tree.children(token.head, "attr"):
            if tree.tokens[child].pos == "NOUN":
                yield from _with_joined(tree, child)
