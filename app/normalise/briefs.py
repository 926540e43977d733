"""The timed briefs of a news feed: a clock time, a headline, a short body; again and again."""

from collections.abc import Sequence

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line, LineKind
from app.normalise.moments import clock_only

_HEADLINE_LONGEST = 30


def take_briefs(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Draft, ...]]:
    """The lines that are left, and the briefs among them in page order.

    A brief begins at a line that is a clock time and nothing else, and ends before the next one, before chrome, or
    before a line that heads something else. A clock time that nothing follows stays where it was.
    """
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


def _brief_end(lines: Sequence[Line], start: int) -> int | None:
    """Where the brief that begins at `start` ends; None where none begins."""
    if lines[start].kind is not LineKind.CLOCK:
        return None
    end = start + 1
    while end < len(lines) and _goes_on(lines, start, end):
        end += 1
    return end if any(line.words >= 4 for line in lines[start + 1 : end]) else None


def _goes_on(lines: Sequence[Line], start: int, at: int) -> bool:
    line = lines[at]
    if line.kind in (LineKind.CHROME, LineKind.CLOCK, LineKind.HEADER) or line.bullet:
        return False
    is_headline = at == start + 1
    follows_headline = at == start + 2
    return is_headline or line.kind is LineKind.PROSE or line.closed or (follows_headline and line.words >= _SHORT_BODY)


_SHORT_BODY = 6


def _brief(lines: Sequence[Line]) -> Draft:
    clock, first, *rest = lines
    headed = (bool(rest) and first.words <= _HEADLINE_LONGEST) or first.kind is LineKind.SHORT
    title, body = (first.text, rest) if headed else ("", [first, *rest])
    return draft(ArticleKind.BRIEF, title, body, published=clock_only(clock.text))
