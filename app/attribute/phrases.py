"""Noun phrases in the parse: where a source or an addressee stands, not yet whom it means."""

from collections.abc import Sequence
from typing import NamedTuple

from app.attribute.tree import Range, Tree
from app.model.span import Span

_NOMINAL = ("NOUN", "PROPN", "PRON")
_EDGES = ("PUNCT", "CCONJ", "SPACE")
_STOPS = ("relcl", "advcl", "parataxis", "ccomp")


class Phrase(NamedTuple):
    """A noun phrase: its head token and its tokens `stretch`."""

    head: int
    stretch: Range


def phrase_in(tree: Tree, spans: Sequence[Span], near: int) -> Phrase | None:
    """The phrase that tagged spans stand for: of several the one nearest to the offset `near`, its head the noun on
    which its other words hang. None where the spans hold no word."""
    ranges = [stretch for span in spans if (stretch := _tidied(tree, tree.covering(span)))]
    if not ranges:
        return None
    stretch = min(ranges, key=lambda found: _distance(tree, found, near))
    return Phrase(_head(tree, stretch), stretch)


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
    """The stretch without marks and conjunctions at its ends."""
    first, end = stretch
    while first < end and tree.tokens[first].pos in _EDGES:
        first += 1
    while end > first and tree.tokens[end - 1].pos in _EDGES:
        end -= 1
    return Range(first, end) if first < end else None


def _head(tree: Tree, stretch: Range) -> int:
    """The first noun of the stretch whose head lies outside it, else its first such token."""
    heads = ((index, tree.tokens[index].head) for index in range(*stretch))
    tops = [index for index, head in heads if head == index or not stretch.first <= head < stretch.end]
    nouns = [i for i in tops if tree.tokens[i].pos in _NOMINAL]
    return (nouns or tops)[0]


def _distance(tree: Tree, stretch: Range, near: int) -> int:
    span = tree.span(stretch)
    return max(span.start - near, near - span.end, 0)
