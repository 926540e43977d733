"""Which quotes stand inside which."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.model.quote import Quote
from app.model.span import Span


def nested(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, each whose cue and content stand inside another's content with the number of the smallest such other.

    Takes time linear in the quotes, unless a content is covered many times over.
    """
    spans = sorted((span.start, span.end, number) for number, quote in enumerate(quotes) for span in quote.content)
    starts = [start for start, _, _ in spans]
    wider = _wider([end for _, end, _ in spans])

    def around(span: Span) -> set[int]:
        """The quotes one of whose content spans covers a span."""
        at = bisect_right(starts, span.start) - 1
        found = set()
        while at >= 0:
            covers = spans[at][1] >= span.end
            found |= {spans[at][2]} if covers else set()
            at = at - 1 if covers else wider[at]
        return found

    def outer(number: int) -> int | None:
        quote = quotes[number]
        if quote.cue is None:
            return None
        others = set.intersection(*(around(span) for span in (*quote.cue.spans, *quote.content))) - {number}
        return min(others, key=lambda other: (sum(map(len, quotes[other].content)), other), default=None)

    return tuple(replace(quote, within=outer(number)) for number, quote in enumerate(quotes))


def _wider(ends: Sequence[int]) -> list[int]:
    """For each end the place of the nearest greater one before it, -1 where there is none."""
    result: list[int] = []
    for at, end in enumerate(ends):
        before = at - 1
        while before >= 0 and ends[before] <= end:
            before = result[before]
        result.append(before)
    return result
