"""Teasers of other articles on an article's page: a headline and the first words of what stands elsewhere."""

from collections.abc import Sequence
from itertools import pairwise

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line, LineKind, is_spaced
from app.normalise.words import breaks_off

_HEADLINE_AT_LEAST = 4
_SURE_HEADLINE = 6
_TEASER_AT_MOST = 70
_APART = 3


def take_teasers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Draft, ...]]:
    """The lines that are left, and the teasers among them: a headline with one paragraph under it.

    A paragraph that breaks off is a teaser's anywhere, in the middle of an article too. One that does not is a teaser's
    where no empty line parts it from its headline, after an article whose own paragraphs are set apart by empty lines.
    """
    spaced = is_spaced(lines)
    left: list[Line] = []
    teasers: list[Draft] = []
    apart = together = 0
    for line in lines:
        above = left[-1] if left else None
        if above is not None and _is_pair(above, line, spaced):
            attached = not line.gap and line.words <= _TEASER_AT_MOST and apart >= _APART and not together
            if breaks_off(line.text) or attached:
                teasers.append(draft(ArticleKind.RELATED_TEASER, left.pop().text, [line]))
                continue
        if line.kind is LineKind.PROSE:
            apart, together = apart + line.gap, together + (not line.gap)
        left.append(line)
    return tuple(left), tuple(teasers)


def _is_pair(above: Line, line: Line, spaced: bool) -> bool:
    """Whether the two are headline and paragraph; the farther apart, the longer the headline must be."""
    if line.kind is not LineKind.PROSE or not _heads(above):
        return False
    return above.words >= _SURE_HEADLINE if line.gap else above.gap or not spaced


def _heads(line: Line) -> bool:
    return line.may_head and line.words >= _HEADLINE_AT_LEAST


def trailing_teasers(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The teasers in what follows an article: each a headline with one short paragraph right after it."""
    return tuple(
        draft(ArticleKind.RELATED_TEASER, above.text, [line])
        for above, line in pairwise(lines)
        if _heads(above) and line.kind is LineKind.PROSE and line.words <= _TEASER_AT_MOST and not line.bullet
    )
