"""A parse as a tree: each token's dependents, and the stretch that it governs."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import add, attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.model.span import Span
from app.model.syntax import Token

_START, _TEXT, _HEAD = map(attrgetter, ("start", "text", "head"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Range(NamedTuple):
    """The tokens `first <= index < end`."""

    first: int
    end: int


class Tree:
    """The parse of one article. Building it and every answer take time linear in what they look at.

    It takes some 30 bytes a token: a book has half a million.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = array("i", map(_START, tokens))
        self._ends = array("i", map(add, self._starts, map(len, map(_TEXT, tokens))))
        heads = np.fromiter(map(_HEAD, tokens), np.int32, len(tokens))
        dependents = np.flatnonzero(heads != np.arange(len(heads)))
        dependents = dependents[np.argsort(heads[dependents], kind="stable")]
        opens = np.searchsorted(heads[dependents], np.arange(len(heads) + 1))
        self._dependents, self._opens = _array(dependents), _array(opens)
        self._first, self._last = map(_array, _reaches(heads))

    def children(self, index: int, *deps: str) -> Sequence[int]:
        """The dependents of a token in order; those with one of the given labels only, if any are given."""
        dependents = self._dependents[self._opens[index] : self._opens[index + 1]]
        return [child for child in dependents if self.tokens[child].dep in deps] if deps else dependents

    def child(self, index: int, *deps: str) -> int | None:
        """The first of those dependents."""
        return next(iter(self.children(index, *deps)), None)

    def range(self, index: int) -> Range:
        """The stretch from the first to the last token that a token governs, itself included."""
        return Range(self._first[index], self._last[index] + 1)

    def sentence(self, index: int) -> Range:
        """The sentence that a token stands in."""
        first = end = index
        number = self.tokens[index].sentence
        while first > 0 and self.tokens[first - 1].sentence == number:
            first -= 1
        while end < len(self.tokens) and self.tokens[end].sentence == number:
            end += 1
        return Range(first, end)

    def span(self, stretch: Range) -> Span:
        return Span(self.tokens[stretch.first].start, self.tokens[stretch.end - 1].end)

    def covering(self, span: Span) -> Range:
        """The tokens that a span of the text touches; empty where it touches none."""
        return Range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def at(self, offset: int) -> int | None:
        """The token that stands at an offset of the text."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._ends[index] else None

    def is_clause(self, span: Span) -> bool:
        """Are the words of a span more than two, with a verb among them that is not that of a relative clause?"""
        words = [token for token in self.within(span) if token.pos != "PUNCT"]
        return len(words) > 2 and any(w.pos in ("VERB", "AUX") and w.dep not in ("relcl", "amod") for w in words)

    def inside(self, spans: Iterable[Span]) -> Sequence[int]:
        """For every token 1 where it begins in one of the spans, else 0."""
        inside = bytearray(len(self.tokens))
        for span in spans:
            first, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            inside[first:end] = bytes([1]) * (end - first)
        return inside

    def within(self, span: Span) -> Sequence[Token]:
        """The tokens that begin in a span of the text."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _reaches(heads: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The first and the last token that each token governs, itself included.

    Everybody tells his head how far he reaches, until nobody has news: as often as the deepest token has heads.
    """
    first = np.arange(len(heads), dtype=np.int32)
    last = first.copy()
    while True:
        before = first.copy(), last.copy()
        np.minimum.at(first, heads, before[0])
        np.maximum.at(last, heads, before[1])
        if np.array_equal(before[0], first) and np.array_equal(before[1], last):
            return first, last


def _array(numbers: NDArray[np.integer]) -> "array[int]":
    return array("i", numbers.astype(np.int32).tobytes())
