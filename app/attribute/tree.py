"""A parse as a tree: each token's dependents, and the stretch that it governs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.model.span import Span
from app.model.syntax import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Range(NamedTuple):
    """The tokens `first <= index < end`."""

    first: int
    end: int


class Tree:
    """The parse of one article. Building it and every answer take time linear in what they look at."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [token.start for token in tokens]
        self._ends = [token.end for token in tokens]
        self._children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                self._children[token.head].append(index)
        self._first = list(range(len(tokens)))
        self._last = list(range(len(tokens)))
        for index in reversed(self._downwards()):
            head = tokens[index].head
            self._first[head] = min(self._first[head], self._first[index])
            self._last[head] = max(self._last[head], self._last[index])

    def _downwards(self) -> list[int]:
        """All tokens, every head before its dependents."""
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:
            order.extend(self._children[index])
        return order

    def children(self, index: int, *deps: str) -> Iterator[int]:
        """The dependents of a token in order; those with one of the given labels only, if any are given."""
        return (child for child in self._children[index] if not deps or self.tokens[child].dep in deps)

    def child(self, index: int, *deps: str) -> int | None:
        return next(self.children(index, *deps), None)

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

    def within(self, span: Span) -> Sequence[Token]:
        """The tokens that begin in a span of the text."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
