"""Where on a page its article stands: the run of lines with the most prose and the least page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.normalise.chrome import heads_comments, heads_related
from app.normalise.lines import Line, LineKind, is_spaced

# Words that a line speaks for (prose) or against the run it stands in. Set by us on crude dumps of news pages.
_PROSE_AT_MOST = 50
_AGAINST = {LineKind.SHORT: -8, LineKind.CHROME: -8, LineKind.HEADER: -4, LineKind.CLOCK: -6}
_MARKER = -4
_SENTENCE = 2
# The share that a paragraph counts which stands by itself, as blurbs between headlines and notices between buttons do;
# but more than the subheading above it takes away.
_LONE = 0.4
_LONE_AT_LEAST = 9
_UNDER_BYLINE = 3
_OFTEN = 3
_ENOUGH = 0.5
_AHEAD = 8
_DENSE = 0.6


def article_region(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The article's lines as a half-open range of `lines`; None where no line is prose. Linear in the lines."""
    best, best_range = 0.0, None
    total, start = 0.0, 0
    for at, weight in enumerate(_weights(lines)):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, best_range = total, (start, at + 1)
    return _cut(lines, *best_range) if best_range else None


def _weights(lines: Sequence[Line]) -> list[float]:
    """What each line speaks for or against the run it stands in. A short line that the page repeats ("Advertisement",
    in whatever language) marks a place and says little."""
    markers = _markers(lines)
    weights: list[float] = [_MARKER if line.text in markers else _weight(line) for line in lines]
    told = [at for at, line in enumerate(lines) if line.kind is not LineKind.CHROME and line.text not in markers]
    for at in _lone([lines[at] for at in told]):
        weight = weights[told[at]]
        weights[told[at]] = max(_LONE * weight, min(_LONE_AT_LEAST, weight))
    return weights


def _lone(lines: Sequence[Line]) -> Iterator[int]:
    """Where a paragraph stands by itself and nobody signs it just above."""
    signed = -_UNDER_BYLINE - 1
    for at, line in enumerate(lines):
        signed = at if line.byline and line.byline.text else signed
        beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        has_company = any(other.kind is LineKind.PROSE for other in beside)
        if line.kind is LineKind.PROSE and not has_company and at - signed > _UNDER_BYLINE:
            yield at


def _markers(lines: Sequence[Line]) -> frozenset[str]:
    counts = Counter(line.text for line in lines if line.kind is LineKind.SHORT)
    return frozenset(text for text, count in counts.items() if count >= _OFTEN)


def _weight(line: Line) -> int:
    if line.kind is LineKind.PROSE:
        return min(line.words, _PROSE_AT_MOST)
    if line.kind is LineKind.SHORT and not line.bullet and line.closed:
        return _SENTENCE
    return _AGAINST[line.kind]


def _cut(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The range without what follows its end: comments, or related stories that no dense prose comes after; where most
    of the range's prose stands before that line."""
    prose = [line.words if line.kind is LineKind.PROSE else 0 for line in lines[start:end]]
    whole, so_far = sum(prose), 0
    for at in range(start, end):
        if so_far >= _ENOUGH * whole and _ends(lines, at, end):
            return start, at
        so_far += prose[at - start]
    return start, end


def _ends(lines: Sequence[Line], at: int, end: int) -> bool:
    text = lines[at].text
    if heads_comments(text):
        return True
    following = lines[at + 1 : min(end, at + 1 + _AHEAD)]
    dense = sum(line.kind is LineKind.PROSE for line in following) > _DENSE * len(following)
    return heads_related(text) and not dense


def news_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a region that are the article's own: prose, short sentences, subheadings, announced lists."""
    spaced = is_spaced(lines)
    announced = _announced(lines)
    return [line for at, line in enumerate(lines) if announced[at] or _belongs(lines, at, spaced)]


def _belongs(lines: Sequence[Line], at: int, spaced: bool) -> bool:
    line = lines[at]
    if line.kind is LineKind.PROSE:
        return True
    if line.kind is not LineKind.SHORT or line.bullet:
        return False
    if line.closed:
        return True
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is not None and following.kind is LineKind.PROSE and at > 0 and (line.gap or not spaced)


def _announced(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is a short item of a list that prose ending in a colon opens."""
    announced, opened = [], False
    for line in lines:
        if not line.bullet:
            opened = line.kind is LineKind.PROSE and line.text.endswith((":", "："))
        announced.append(opened and line.bullet and line.kind is LineKind.SHORT)
    return announced
