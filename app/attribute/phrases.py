"""Noun phrases in the parse: where a source or an addressee stands, not yet whom it means."""

from collections.abc import Sequence
from typing import NamedTuple

from app.attribute.tree import Range, Tree
from app.model.span import Span, joined
from app.model.syntax import Token

_NOMINAL = ("NOUN", "PROPN", "PRON")
_EDGES = ("PUNCT", "CCONJ", "SPACE")
_GENITIVES = ("'s", "’s")
_STOPS = ("relcl", "advcl", "parataxis", "ccomp")


class Phrase(NamedTuple):
    """A noun phrase: its head token and its tokens `stretch`."""

    head: int
    stretch: Range


def labels_turn(tree: Tree, phrase: Phrase) -> bool:
    """Is the phrase the label of an interview's turn: "*Berg*: …"?"""
    return any(token.text == ":" for token in tree.tokens[phrase.stretch.end : phrase.stretch.end + 1])


def phrase_in(tree: Tree, spans: Sequence[Span]) -> Phrase | None:
    """The phrase of the first of tagged spans that holds a word, its head the noun on which its other words hang."""
    ranges = (_tidied(tree, tree.covering(span)) for span in spans)
    stretch = next((found for found in ranges if found), None)
    return Phrase(_head(tree, stretch), stretch) if stretch else None


def stretches(tree: Tree, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The tagged spans in the order of the text, without what is no part of a phrase at their ends."""
    ranges = (_tidied(tree, tree.covering(span)) for span in spans)
    return joined(tree.span(found) for found in ranges if found)


def phrase_of(tree: Tree, head: int | None) -> Phrase | None:
    """The phrase that a noun governs, up to a clause that modifies it."""
    if head is None:
        return None
    stretch = tree.range(head)
    for child in tree.children(head, *_STOPS):
        if child > head:
            stretch = Range(stretch.first, min(stretch.end, tree.range(child).first))
    return Phrase(head, _tidied(tree, Range(stretch.first, max(stretch.end, head + 1))) or Range(head, head + 1))


def _tidied(tree: Tree, stretch: Range) -> Range | None:
    """The stretch without marks, conjunctions, auxiliaries ("she'*d*") and cut off genitives at its ends."""
    first, end = stretch
    while first < end and (_is_edge(tree.tokens[first]) or tree.tokens[first].tag == "POS"):
        first += 1
    while end > first and _is_edge(tree.tokens[end - 1]):
        end -= 1
    return Range(first, end) if first < end else None


def _is_edge(token: Token) -> bool:
    auxiliary = token.pos == "AUX" and token.text.islower() and token.text not in _GENITIVES
    return token.pos in _EDGES or auxiliary


def _head(tree: Tree, stretch: Range) -> int:
    """The first noun of the stretch whose head lies outside it, or of several such side by side the last ("the party
    *nominee*", wherever the parse hangs "party"); else its first such token."""
    heads = ((index, tree.tokens[index].head) for index in range(*stretch))
    tops = [index for index, head in heads if head == index or not stretch.first <= head < stretch.end]
    nouns = [i for i in tops if tree.tokens[i].pos in _NOMINAL]
    if not nouns:
        return tops[0]
    return next(noun for noun in nouns if noun + 1 not in nouns)
