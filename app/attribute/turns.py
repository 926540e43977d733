"""Where a speaker's turn ends and another begins: what a quote may hold of other paragraphs, and quotations without
a cue."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.quotations import Quotation, between
from app.attribute.spans import Inside
from app.model.span import Span

LEAST = 0.5
LEAST_ALONE = 0.1
"""How likely the tagger must hold a turn, at most and where a quotation has a paragraph to itself."""

_NEAR = 2
_WORD = re.compile(r"\w+")


def turns(
    text: str, tagged: Sequence[Tagged], marked: Sequence[Quotation], lines: Sequence[Span]
) -> tuple[Tagged, ...]:
    """The attributions in order, each kept to its paragraph, with the turns that go on after them.

    A quote whose words stand beside its cue holds nothing of other paragraphs; a closed quotation there is a turn of
    its own. A turn is kept where the tagger is sure of it, or where its quotation fills a paragraph and the tagger
    does not rule it out; it must follow a quote of its speaker within two paragraphs, whose source it takes if it has
    none.
    """
    starts = [line.start for line in lines]
    alone = {q.span.start for q in marked if _fills(text, q.span, lines[_line(starts, q.span.start)])}
    result: list[Tagged] = []
    for found in _own(tagged, marked, starts, text, lines):
        if not found.turn:
            result.append(found)
            continue
        before = [other for other in result if other.head < found.head and other.source]
        last = max(before, key=lambda other: other.head, default=None)
        sure = found.confidence >= (LEAST_ALONE if found.head in alone else LEAST)
        if last and sure and _line(starts, found.head) - _line(starts, last.content[-1].end - 1) <= _NEAR:
            result.append(found if found.source else found._replace(source=last.source))
    return tuple(result)


def _own(
    tagged: Sequence[Tagged], marked: Sequence[Quotation], starts: Sequence[int], text: str, lines: Sequence[Span]
) -> Iterator[Tagged]:
    """The attributions, each followed by the turns that were cut off from it."""
    covered = [found for found in tagged if not found.turn]
    cut_off: list[Tagged] = []
    for found in covered:
        here = _line(starts, found.head)
        home = [span for span in found.content if _line(starts, span.start) == here]
        away = [span for span in found.content if _line(starts, span.start) != here]
        if home and away and not _leads_over(text, lines[here], home, marked):
            cut_off += [turn for span in away for turn in _quoted_turns(found, span, marked)]
            covered[covered.index(found)] = found._replace(content=tuple(home))
    taken = [span for found in covered for span in found.content]
    loose = [turn for turn in (*(t for t in tagged if t.turn), *cut_off) if not _is_covered(turn, taken)]
    distinct = {turn.head: turn for turn in loose}
    yield from sorted([*covered, *distinct.values()], key=lambda found: found.head)


def _leads_over(text: str, line: Span, home: Sequence[Span], marked: Sequence[Quotation]) -> bool:
    """Does a paragraph end in a colon, or in a quotation that is still open?"""
    if line.of(text).rstrip().endswith(":"):
        return True
    return any(quotation.open for span in home for quotation in between(marked, span))


def _quoted_turns(found: Tagged, span: Span, marked: Sequence[Quotation]) -> Iterator[Tagged]:
    for quotation in between(marked, span):
        if span.covers(quotation.span):
            source = found.source if quotation.span.start > found.head else ()
            yield Tagged(quotation.span.start, True, (quotation.span,), source, (), found.confidence)


def _is_covered(turn: Tagged, taken: Sequence[Span]) -> bool:
    inside = Inside(sorted(taken))
    span = turn.content[0]
    return inside(span.start + 1) or any(span.covers(other) for other in taken if len(other) * 2 > len(span))


def _fills(text: str, span: Span, line: Span) -> bool:
    """Are nearly all words of a paragraph in this quotation, which opens it?"""
    words = len(_WORD.findall(line.of(text)))
    return span.start == line.start and len(_WORD.findall(span.of(text))) >= 0.9 * words


def _line(starts: Sequence[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)
