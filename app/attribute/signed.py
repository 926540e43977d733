"""Quotations signed by a dash and a name, as pull quotes and collections of voices are: "“It leaks.” ― Helen Marsh"."""

import re
from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.model.span import Span

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [\w.'’-]+){0,3} [\w.'’-]*\w"
_SIGNATURE = re.compile(rf"\s?(?P<dash>[―—–]|--)[ \xa0]?(?P<name>{_NAME})(?:, [^\n.!?]{{2,80}})?\.?\s*$")
_CONFIDENCE = 0.95


def signed(tagged: Sequence[Tagged], layout: Layout) -> tuple[Tagged, ...]:
    """The attributions, those of signed quotations in place of whatever was tagged in them. Such a quotation opens its
    paragraph, and nothing follows the name but what describes its bearer."""
    own = list(_signed(layout))
    if not own:
        return tuple(tagged)
    kept = [found for found in tagged if not any(_shares(found, other) for other in own)]
    return tuple(sorted([*kept, *own], key=lambda found: found.head))


def _signed(layout: Layout) -> Iterator[Tagged]:
    for span, is_open in layout.marked:
        line = layout.lines[layout.line(span.start)]
        signature = None if is_open else _SIGNATURE.match(layout.text, span.end, line.end)
        if signature and span.start == line.start:
            dash, name = Span(*signature.span("dash")), Span(*signature.span("name"))
            yield Tagged(dash.start, False, (span,), (name,), (dash,), _CONFIDENCE)


def _shares(found: Tagged, own: Tagged) -> bool:
    return any(part.overlaps(own.content[0]) for part in (*found.content, *found.cue))
