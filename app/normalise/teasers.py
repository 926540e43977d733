"""Teasers of other articles on an article's page: a headline and the first words of what stands elsewhere."""

from collections.abc import Sequence
from itertools import pairwise

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line, LineKind
from app.normalise.words import breaks_off

_HEADLINE_AT_LEAST = 4
_TEASER_AT_MOST = 70


def take_broken_off(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Draft, ...]]:
    """The lines that are left, and the teasers that break off: a headline right above a paragraph that ends in an
    ellipsis. They may stand anywhere on the page, in the middle of an article too."""
    left: list[Line] = []
    teasers: list[Draft] = []
    for line in lines:
        above = left[-1] if left else None
        if above is not None and _is_broken_off(above, line):
            teasers.append(draft(ArticleKind.RELATED_TEASER, left.pop().text, [line]))
        else:
            left.append(line)
    return tuple(left), tuple(teasers)


def _is_broken_off(above: Line, line: Line) -> bool:
    return _heads(above) and not line.gap and line.kind is LineKind.PROSE and breaks_off(line.text)


def _heads(line: Line) -> bool:
    return line.may_head and line.words >= _HEADLINE_AT_LEAST


def trailing_teasers(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The teasers in what follows an article: each a headline with one short paragraph right after it."""
    return tuple(
        draft(ArticleKind.RELATED_TEASER, above.text, [line])
        for above, line in pairwise(lines)
        if _heads(above) and line.kind is LineKind.PROSE and line.words <= _TEASER_AT_MOST and not line.bullet
    )
