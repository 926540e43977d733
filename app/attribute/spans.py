"""Small sums with ordered spans of a text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.model.span import Span, joined


class Inside:
    """Answers whether an offset lies in one of some ordered, disjoint spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts, self._ends = [span.start for span in spans], [span.end for span in spans]

    def __call__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def overlaps(self, span: Span) -> bool:
        """Does a span share a code point with one of them?"""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each stretch of successive numbers, of numbers in order."""
    gaps = (at for at in range(1, len(numbers)) if numbers[at] - numbers[at - 1] > 1)
    return [(numbers[first], numbers[end - 1]) for first, end in pairwise((0, *gaps, len(numbers))) if first < end]


def cut(spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """The spans without what the holes, in order, cover."""
    for span in spans:
        start = span.start
        for hole in holes:
            if hole.start < span.end and start < hole.end:
                if start < hole.start:
                    yield Span(start, hole.start)
                start = max(start, hole.end)
        if start < span.end:
            yield Span(start, span.end)


def merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order; those with nothing but blanks between them made one, not across a line's end."""
    result: list[Span] = []
    for span in joined(spans):
        if result and not text[result[-1].end : span.start].strip(" \xa0\t"):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return tuple(result)
