"""The spans of a quote's content: the tagged words with their quotations whole, further paragraphs, edges cleaned."""

import re
from collections.abc import Iterator, Sequence

from app.attribute.quotations import Quotation, between
from app.attribute.spans import Inside, cut, merged
from app.model.quote import QuoteKind
from app.model.span import Span

_WORD = re.compile(r"\w+")
_OUTER = " \t\n\r\xa0,;:—–-"
_ENDING = ".?!"


def content(
    text: str, tagged: Sequence[Span], cue: Sequence[Span], marked: Sequence[Quotation], lines: Sequence[Span]
) -> tuple[Span, ...]:
    """The content in order: one span for each stretch, none across paragraphs, without the cue and outer punctuation.

    A quotation that a paragraph leaves open goes on in the next one if that opens with a mark of its own.
    """
    spans = [*tagged, *_continuations(tagged, marked, lines)]
    pieces = [
        piece
        for span in cut(sorted(spans), cue)
        for part in _by_line(span, lines)
        if (piece := _clean(text, part, marked))
    ]
    return merged(text, pieces)


def _continuations(tagged: Sequence[Span], marked: Sequence[Quotation], lines: Sequence[Span]) -> Iterator[Span]:
    """The quotations of the paragraphs after one whose last quotation belongs to the content and is never closed."""
    opening = {quotation.span.start: quotation for quotation in marked}
    starts = [line.start for line in lines]
    last = tagged[-1]
    current = next(
        (quotation for quotation in between(marked, last) if quotation.open and quotation.span.overlaps(last)), None
    )
    while current is not None and current.open:
        following = next((start for start in starts if start >= current.span.end), None)
        current = opening.get(following) if following is not None else None
        if current is not None:
            yield current.span


def _by_line(span: Span, lines: Sequence[Span]) -> Iterator[Span]:
    for line in lines:
        if line.overlaps(span):
            yield Span(max(span.start, line.start), min(span.end, line.end))


def _clean(text: str, span: Span, marked: Sequence[Quotation]) -> Span | None:
    """The span without outer blanks, commas and dashes, and without a full stop that no quotation holds."""
    start, end = span.start, span.end
    while start < end and text[start] in _OUTER + _ENDING:
        start += 1
    while start < end and text[end - 1] in _OUTER:
        end -= 1
    quoted = Inside([quotation.span for quotation in between(marked, span)])
    if start < end - 1 and text[end - 1] in _ENDING and not quoted(end - 1):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def kind(text: str, spans: Sequence[Span], marked: Sequence[Quotation]) -> QuoteKind:
    """DIRECT where every word of the content stands in quotation marks, MIXED where some do."""
    quoted = Inside([quotation.span for span in spans for quotation in between(marked, span)])
    states = {quoted(span.start + word.start()) for span in spans for word in _WORD.finditer(span.of(text))}
    if states == {True}:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if True in states else QuoteKind.INDIRECT
