"""Teasers of other articles on an article's page: a headline and the first words of what stands elsewhere."""

from collections.abc import Sequence
from itertools import pairwise

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line, LineKind, is_spaced
from app.normalise.words import breaks_off

_HEADLINE_AT_LEAST = 4
_TEASER_AT_MOST = 70
_APART = 3


def take_attached(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Draft, ...]]:
    """The lines that are left, and the teasers among them: a headline with its paragraph right under it, no empty line
    between.

    One that breaks off is taken anywhere, from the middle of an article too. One that does not is taken after an
    article whose own paragraphs are set apart by empty lines.
    """
    spaced = is_spaced(lines)
    left: list[Line] = []
    teasers: list[Draft] = []
    apart = together = 0
    for line in lines:
        above = left[-1] if left else None
        is_teaser = above is not None and _is_attached(above, line, spaced)
        if is_teaser and (
            breaks_off(line.text) or (line.words <= _TEASER_AT_MOST and apart >= _APART and not together)
        ):
            teasers.append(draft(ArticleKind.RELATED_TEASER, left.pop().text, [line]))
            continue
        if line.kind is LineKind.PROSE:
            apart, together = apart + line.gap, together + (not line.gap)
        left.append(line)
    return tuple(left), tuple(teasers)


def _is_attached(above: Line, line: Line, spaced: bool) -> bool:
    return _heads(above) and (above.gap or not spaced) and not line.gap and line.kind is LineKind.PROSE


def _heads(line: Line) -> bool:
    return line.may_head and line.words >= _HEADLINE_AT_LEAST


def trailing_teasers(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The teasers in what follows an article: each a headline with one short paragraph right after it."""
    return tuple(
        draft(ArticleKind.RELATED_TEASER, above.text, [line])
        for above, line in pairwise(lines)
        if _heads(above) and line.kind is LineKind.PROSE and line.words <= _TEASER_AT_MOST and not line.bullet
    )
