"""Where a speaker's turn ends and another begins: what a quote may hold of other paragraphs, and quotations without a
cue."""

import re
from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.attribute.relayed import relayed
from app.attribute.spans import Inside
from app.model.span import Span, joined

LEAST = 0.5
LEAST_ALONE = 0.1
"""How likely the tagger must hold a turn, at most and where a quotation has a paragraph to itself."""

_NEAR = 2
_WORD = re.compile(r"\w+")


def turns(tagged: Sequence[Tagged], layout: Layout) -> tuple[Tagged, ...]:
    """The attributions in order, each kept to its paragraph, with the turns that go on after them.

    A quote whose words stand beside its cue holds nothing of other paragraphs; a closed quotation there is a turn of
    its own. A turn is kept where the tagger is sure of it, or where its quotation fills a paragraph and the tagger does
    not rule it out; it must follow a quote of its speaker within two paragraphs, whose source it takes if it has none.
    """
    result: list[Tagged] = []
    last: Tagged | None = None
    told_until = 0
    for found in _own(tagged, layout):
        kept = found if not found.turn else _turn(found, last, layout) if found.head >= told_until else None
        if kept is None:
            continue
        result.append(kept)
        last = kept if kept.source else last
        inner = None if kept.turn else layout.host(kept.head, kept.content)
        further = list(layout.continuations(kept.content[-1])) if inner is None else []
        told_until = max([told_until, *(span.end for span in further)])
    return tuple(result)


def _turn(found: Tagged, last: Tagged | None, layout: Layout) -> Tagged | None:
    """A turn with its source, if it is one: that of the quote before it unless it has one of its own."""
    if last is None or found.confidence < (LEAST_ALONE if _fills(found.content[0], layout) else LEAST):
        return None
    if layout.line(found.head) - layout.line(last.content[-1].end - 1) > _NEAR:
        return None
    own = found.source[:1]
    within = any(other.covers(span) for span in own for other in last.source)
    return found._replace(source=own if own and not within else last.source)


def _own(tagged: Sequence[Tagged], layout: Layout) -> Iterator[Tagged]:
    """The attributions with a cue, and the turns that are not already told: the tagger's and those cut off."""
    own: list[Tagged] = []
    loose = [found for found in tagged if found.turn]
    for found in (relayed(_confined(one, layout), layout) for one in tagged if not one.turn):
        home, away = _parted(found, layout)
        own.append(found._replace(content=home))
        loose += [turn for span in away for turn in _quoted_turns(found, span, layout)]
    covered = list(_led(own, layout))
    taken = joined(span for found in covered for span in found.content)
    inside = Inside(taken)
    distinct = {turn.head: turn for turn in loose if not inside(turn.head + 1)}
    yield from sorted([*covered, *distinct.values()], key=lambda found: found.head)


def _confined(found: Tagged, layout: Layout) -> Tagged:
    """The attribution, kept inside the quotation that its cue stands in: who is quoted there quotes no further."""
    around = layout.host(found.head, found.content)
    if around is None:
        return found
    within = tuple(
        Span(max(span.start, around.span.start), min(span.end, around.span.end))
        for span in found.content
        if span.overlaps(around.span)
    )
    return found._replace(content=within or found.content)


def _led(own: Sequence[Tagged], layout: Layout) -> Iterator[Tagged]:
    """The attributions, each whose quotation goes on from paragraphs before with those, unless they are another's."""
    outer = [layout.host(found.head, found.content) is None for found in own]
    told = Inside(joined(span for found, free in zip(own, outer, strict=True) if free for span in found.content))
    for found, free in zip(own, outer, strict=True):
        first = layout.around(found.content[0].start + 1)
        lead = [quotation.span for quotation in layout.lead(first)] if free and first else []
        led = bool(lead) and not any(told.overlaps(span) for span in lead)
        yield found._replace(content=(*lead, *found.content)) if led else found


def _parted(found: Tagged, layout: Layout) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The content in the cue's own paragraph, and what is another turn's."""
    here = layout.line(found.head)
    parts = [part for span in found.content for part in layout.by_line(span)]
    home = tuple(part for part in parts if layout.line(part.start) == here)
    away = tuple(part for part in parts if layout.line(part.start) != here)
    if not home or _leads_over(home, here, layout):
        return found.content, ()
    return home, away


def _leads_over(home: Sequence[Span], here: int, layout: Layout) -> bool:
    """Does a paragraph end in a colon, or in a quotation that is still open?"""
    if layout.lines[here].of(layout.text).rstrip().endswith(":"):
        return True
    return any(quotation.open for span in home for quotation in layout.quotations(span))


def _quoted_turns(found: Tagged, span: Span, layout: Layout) -> Iterator[Tagged]:
    """The quotations of a stretch that was cut off; the cue's source speaks in those after it."""
    for quotation in layout.quotations(span):
        if span.covers(quotation.span):
            source = found.source if quotation.span.start > found.head else ()
            yield Tagged(quotation.span.start, True, (quotation.span,), source, (), found.confidence)


def _fills(span: Span, layout: Layout) -> bool:
    """Are nearly all words of a paragraph in this quotation, which opens it?"""
    line = layout.lines[layout.line(span.start)]
    words = len(_WORD.findall(line.of(layout.text)))
    return span.start == line.start and len(_WORD.findall(span.of(layout.text))) >= 0.9 * words
