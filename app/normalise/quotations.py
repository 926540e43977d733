"""Figures around quotations: some are of the article's text, and pull quotes print a passage of it again."""

from bisect import bisect_left
from collections.abc import Sequence

from app.normalise.blocks import Block, Span
from app.normalise.furniture import is_furniture
from app.normalise.told import Told
from app.normalise.words import length

_SENTENCE = 8


def quoting_figures(blocks: Sequence[Block], spans: Sequence[Span]) -> frozenset[Span]:
    """The figures that hold a quotation of eight words or more which the page prints in no other place, unless they are
    named for something else, such as embeds."""
    quotes = sorted(span for span in spans if span.tag == "blockquote")
    figures = [span for span in spans if span.tag == "figure" and not is_furniture(span.names)]
    starts = [span.start for span in quotes]
    held = {one: quotes[bisect_left(starts, one.start) : bisect_left(starts, one.end)] for one in figures}
    if not any(held.values()):
        return frozenset()
    outside = bytearray(b"\x01") * len(blocks)
    for figure in figures:
        outside[figure.start : figure.end] = bytes(figure.end - figure.start)
    told = Told.of(block.text for block, counts in zip(blocks, outside, strict=True) if counts)
    texts = {quote: " ".join(block.text for block in blocks[quote.start : quote.end]) for quote in quotes}
    own = {quote for quote, text in texts.items() if length(text) >= _SENTENCE and not told.holds(text)}
    return frozenset(figure for figure in figures if not own.isdisjoint(held[figure]))
