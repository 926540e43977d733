"""The spans of a quote's content: what grammar gives, quotations taken whole, marks at the edges left off."""

from collections.abc import Iterator, Sequence

from app.attribute.marked import Clause
from app.attribute.quotations import Quotation, between
from app.attribute.spans import Inside, cut, merged
from app.attribute.tree import Range, Tree
from app.model.quote import QuoteKind
from app.model.span import Span

_EDGES = ("PUNCT", "SPACE", "SYM")
_NOMINAL = ("dobj", "obj", "pobj", "dative", "npadvmod")


def content(
    tree: Tree, text: str, clause: Clause, own: Sequence[Quotation], marked: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The content of a cue in order: its governed stretches, its `own` quotations whole, no other quotation in part."""
    whole = [quotation.span for quotation in own]
    governed = [stretch for stretch in clause.governed if not _is_beside(tree, stretch, clause.sign.head, whole)]
    trimmed = [span for stretch in governed if (span := _trimmed(tree, stretch, Inside(whole)))]
    cue = tree.span(Range(clause.sign.tokens[0], clause.sign.tokens[-1] + 1))
    holes = sorted([cue, *_halved(trimmed, whole, marked)])
    pieces = [piece for span in cut(trimmed, holes) if (piece := _worded(text, span))]
    return merged(text, [*pieces, *whole])


def _is_beside(tree: Tree, stretch: Range, head: int, own: Sequence[Span]) -> bool:
    """Is this the addressee or the topic after words that were said ("…,” she told *the ministers*)?"""
    span = tree.span(stretch)
    before = bool(own) and own[-1].end <= tree.tokens[head].start < span.start
    tops = (i for i in range(*stretch) if not stretch.first <= tree.tokens[i].head < stretch.end)
    return before and all(tree.tokens[i].dep in _NOMINAL for i in tops)


def kind(tree: Tree, spans: Sequence[Span], marked: Sequence[Span]) -> QuoteKind:
    """DIRECT where every word of the content stands in quotation marks, MIXED where some do."""
    states = set(_states(tree, spans, marked))
    if states == {True}:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if True in states else QuoteKind.INDIRECT


def _states(tree: Tree, spans: Sequence[Span], marked: Sequence[Span]) -> Iterator[bool]:
    """For each word of the content: does it stand in quotation marks?"""
    quoted = Inside(marked)
    for span in spans:
        for token in tree.within(span):
            if token.pos not in _EDGES:
                yield quoted(token.start)


def _halved(spans: Sequence[Span], own: Sequence[Span], marked: Sequence[Quotation]) -> list[Span]:
    """The quotations of others that a stretch runs into without holding them whole: they are left out of it."""
    return [
        quotation.span
        for span in spans
        for quotation in between(marked, span)
        if quotation.span not in own and not span.covers(quotation.span)
    ]


def _trimmed(tree: Tree, stretch: Range, kept: Inside) -> Span | None:
    first, end = stretch
    while first < end and _is_edge(tree, first, kept):
        first += 1
    while first < end and (_is_edge(tree, end - 1, kept) or tree.tokens[end - 1].pos == "CCONJ"):
        end -= 1
    return tree.span(Range(first, end)) if first < end else None


def _is_edge(tree: Tree, index: int, kept: Inside) -> bool:
    token = tree.tokens[index]
    return token.pos in _EDGES and not kept(token.start) and token.text not in ("%", "$", "€", "£")


def _worded(text: str, span: Span) -> Span | None:
    """The span without outer marks and space; None where no word is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–"):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
