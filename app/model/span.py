"""Spans of text: half-open ranges of Unicode code points, as Python slices them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, `text[start:end]`. Never empty and never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The surface that this span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, those that touch or overlap made one (what a multirange of the store holds)."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def within(ordered: Sequence[Span], span: Span) -> list[Span]:
    """Those of `ordered`, which stand in order, that `span` covers. What stands elsewhere costs no time."""
    first, end = (bisect_left(ordered, bound, key=_start) for bound in (span.start, span.end))
    return [each for each in ordered[first:end] if span.covers(each)]


def meets(apart: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of `apart`, which stand in order and overlap none of each other."""
    at = bisect_left(apart, span.end, key=_start)
    return at > 0 and apart[at - 1].overlaps(span)


def surface(text: str, spans: Iterable[Span]) -> str:
    """The words under `spans`, in order, with one space where something between them was left out."""
    return " ".join(span.of(text) for span in spans)


def _start(span: Span) -> int:
    return span.start
