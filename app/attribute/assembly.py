"""The spans of a quote's content: the tagged words with their quotations whole, further paragraphs, edges cleaned."""

import re
from collections.abc import Sequence

from app.attribute.layout import Layout
from app.attribute.lexicon import EMPTY
from app.attribute.spans import Inside, cut, merged
from app.model.quote import QuoteKind
from app.model.span import Span

_WORD = re.compile(r"\w+")
_OUTER = " \t\n\r\xa0,;:—–-"
_ENDING = ".?!"


def content(layout: Layout, tagged: Sequence[Span], cue: Sequence[Span]) -> tuple[Span, ...]:
    """The content in order: one span for each stretch, none across paragraphs, without the cue and outer punctuation.

    A quotation that a paragraph leaves open goes on in the next one if that opens with a mark of its own, unless the
    cue stands in it and tells of another's words. Where nothing but "so" or "enough" was said, there is no content.
    """
    inner = layout.host(cue[0].start, tagged) if cue else None
    spans = [*tagged, *layout.continuations(tagged[-1])] if inner is None else tagged
    parts = (part for span in cut(sorted(spans), cue) for part in layout.by_line(span))
    spoken = merged(layout.text, [piece for part in parts if (piece := _clean(layout, part))])
    return () if _is_empty(layout, spoken) else spoken


def _is_empty(layout: Layout, spans: Sequence[Span]) -> bool:
    if any(layout.quotations(span) for span in spans):
        return False
    return {word.lower() for span in spans for word in _WORD.findall(span.of(layout.text))} <= EMPTY


def _clean(layout: Layout, span: Span) -> Span | None:
    """The span without outer blanks, commas and dashes, and without a full stop that no quotation holds."""
    text, (start, end) = layout.text, (span.start, span.end)
    while start < end and text[start] in _OUTER + _ENDING:
        start += 1
    while start < end and text[end - 1] in _OUTER:
        end -= 1
    quoted = Inside([quotation.span for quotation in layout.quotations(span)])
    if start < end - 1 and text[end - 1] in _ENDING and not quoted(end - 1):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def kind(layout: Layout, spans: Sequence[Span]) -> QuoteKind:
    """DIRECT where every word of the content stands in quotation marks, MIXED where some do."""
    quoted = Inside([quotation.span for span in spans for quotation in layout.quotations(span)])
    states = {quoted(span.start + word.start()) for span in spans for word in _WORD.finditer(span.of(layout.text))}
    if states == {True}:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if True in states else QuoteKind.INDIRECT
