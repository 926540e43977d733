"""The timed briefs of a news feed: a clock time, a headline, a short body; again and again."""

from collections.abc import Sequence
from dataclasses import replace

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line, LineKind
from app.normalise.moments import clock_only

_HEADLINE_AT_MOST = 30
_SHORT_BODY = 6
_NEWS = 4
_AGAIN = 2
_LONGEST = 400


def take_briefs(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Draft, ...]]:
    """The lines that are left, and the briefs among them in page order.

    A brief begins at a line that is a clock time and nothing else, and ends before the next one, before chrome, or
    before a line that heads something else. A run as long as an article is one, under the time of its head. A clock
    time that nothing follows stays where it was.
    """
    lines = _clock_first(lines)
    left: list[Line] = []
    briefs: list[Draft] = []
    at = 0
    while at < len(lines):
        end = _brief_end(lines, at)
        if end is None:
            left.append(lines[at])
            at += 1
        else:
            briefs.append(_brief(lines[at:end]))
            at = end
    return tuple(left), tuple(briefs)


def _clock_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each headline that stands above its clock time moved below it, where the feed does so throughout."""
    result = list(lines)
    clocks = [at for at in range(1, len(result) - 1) if result[at].kind is LineKind.CLOCK]
    under = [at for at in clocks if result[at - 1].may_head and result[at + 1].kind is LineKind.PROSE]
    if len(under) < max(_AGAIN, len(clocks)):
        return tuple(lines)
    for at in under:
        headline, clock = result[at - 1], result[at]
        result[at - 1], result[at] = replace(clock, gap=headline.gap), replace(headline, gap=clock.gap)
    return tuple(result)


def _brief_end(lines: Sequence[Line], start: int) -> int | None:
    """Where the brief that begins at `start` ends; None where none begins."""
    if lines[start].kind is not LineKind.CLOCK:
        return None
    end = start + 1
    while end < len(lines) and _goes_on(lines, start, end):
        end += 1
    words = [line.words for line in lines[start + 1 : end]]
    return end if any(count >= _NEWS for count in words) and sum(words) <= _LONGEST else None


def _goes_on(lines: Sequence[Line], start: int, at: int) -> bool:
    line = lines[at]
    if line.kind in (LineKind.CHROME, LineKind.CLOCK, LineKind.HEADER) or line.bullet:
        return False
    is_headline, follows_headline = at == start + 1, at == start + 2
    return is_headline or line.kind is LineKind.PROSE or line.closed or (follows_headline and line.words >= _SHORT_BODY)


def _brief(lines: Sequence[Line]) -> Draft:
    clock, first, *rest = lines
    headed = first.kind is LineKind.SHORT or (bool(rest) and first.words <= _HEADLINE_AT_MOST)
    title, body = (first.text, rest) if headed else ("", [first, *rest])
    return draft(ArticleKind.BRIEF, title, body, published=clock_only(clock.text))
