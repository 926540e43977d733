"""The title of an article in a dump: the line above its first paragraphs that looks most like one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.normalise.authors import named_with_role, names_role
from app.normalise.chrome import credits_picture
from app.normalise.lines import Line, LineKind
from app.normalise.naming import name_of
from app.normalise.words import stems

_ABOVE = 45
_BELOW = 8
_NEAR = 4
_CLOSE = 2
_BESIDE = 3
_KICKER = 6
_LONGEST = 30
_OPENING = 10
_OFTEN = 4
_FEW = 4
_FAR = 20
_UNDER_PROSE = 3.0
_SAME_WORDS = 4.0
_ENOUGH = 3.0
_AS_GOOD = 2.5
_ON_TOPIC = 0.25
_OF_LENGTH = ((2, -2.0), (3, 1.0), (4, 2.0), (16, 3.0), (_LONGEST, 2.0))
"""Up to so many words, what a line's length speaks for it."""
_QUOTED = re.compile("[\"'„“‘«»「].*[\"'“”’»«」]")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a candidate is weighed against: the page's lines, where its article begins, what that speaks of."""

    lines: Sequence[Line]
    start: int
    topic: frozenset[str]
    page: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title's line and its text, which may lack a kicker or the site's name that the line holds."""

    at: int
    text: str


def find_title(lines: Sequence[Line], start: int, end: int, url: str | None = None) -> Title | None:
    """The title of the article whose paragraphs are in `lines[start:end]`; None where none could be.

    A sum of a few features with weights set by us on crude dumps of news pages; no weight was fitted.
    """
    scene = _scene(lines, start, end)
    low, high = max(0, start - _ABOVE), min(end, start + _BELOW)
    scores = {at: _score(scene, at) for at in range(low, high) if _may_be_title(lines, at)}
    best = max(scores, key=lambda at: (scores[at], -at), default=None)
    if best is None or scores[best] < _ENOUGH:
        return None
    at = _first_of_head(scene, scores, best)
    return Title(at, name_of(lines, at, url))


def _scene(lines: Sequence[Line], start: int, end: int) -> _Scene:
    prose = [line.text for line in lines[start:end] if line.kind is LineKind.PROSE and line.words > _LONGEST / 2]
    topic = frozenset(stem for text in prose[:_OPENING] for stem in stems(text))
    return _Scene(lines, start, topic, "\n".join(line.text.casefold() for line in lines))


def _may_be_title(lines: Sequence[Line], at: int) -> bool:
    """A short line that could head something, or a sentence set apart that ends as headlines do."""
    line = lines[at]
    if line.may_head:
        return True
    apart = line.gap and at + 1 < len(lines) and (lines[at + 1].gap or lines[at + 1].kind is LineKind.HEADER)
    return line.kind is LineKind.PROSE and not line.bullet and line.words <= _LONGEST and apart and not _stops(line)


def _score(scene: _Scene, at: int) -> float:
    """How much the line looks like the title: as long as one, set apart, signed or dated, near the first paragraph, of
    the article's words, shown again elsewhere on the page."""
    lines, line = scene.lines, scene.lines[at]
    score = _length_score(line.words)
    score += 1.5 if line.gap else 2.0 if _under_kicker(lines, at) else 0.0
    score += 1.0 if at + 1 < len(lines) and lines[at + 1].gap else 0.0
    score += 2.5 if _signed(lines[at + 1 : at + 1 + _NEAR]) else 0.0
    score += 0.5 if _signed(lines[at + 1 : at + 1 + _CLOSE]) else 0.0
    score -= 1.5 if _signed(lines[max(0, at - _NEAR) : at]) else 0.0
    score += 1.5 if _repeated(scene, line) else 0.0
    score += _SAME_WORDS * _shared(scene, line)
    score -= 2.0 if _stops(line) else 0.0
    score -= 1.0 if line.kind is LineKind.PROSE else 0.0
    score -= 4.0 if names_role(line.text) or named_with_role(line.text) else 0.0
    score -= 3.0 if at + 1 < len(lines) and credits_picture(lines[at + 1].text) else 0.0
    return score - 0.12 * min(_FAR, max(0, scene.start - at)) - _UNDER_PROSE * _prose_above(scene, at)


def _under_kicker(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above it is a kicker and the two are set apart from the rest."""
    if at == 0 or at + 1 == len(lines) or not lines[at - 1].gap or not lines[at + 1].gap:
        return False
    return lines[at - 1].may_head and lines[at - 1].words <= _KICKER


def _repeated(scene: _Scene, line: Line) -> bool:
    """Whether the page shows the line again, as menus and the page's title do; but not as often as a label."""
    return line.words >= 4 and 1 < scene.page.count(line.text.casefold()) <= _OFTEN


def _named_again(scene: _Scene, line: Line) -> bool:
    """Whether another line is the same or begins so, as the page's own title does before the site's name."""
    return sum(other.unmarked.startswith(line.text) for other in scene.lines) > 1


def _prose_above(scene: _Scene, at: int) -> int:
    """How many paragraphs stand above the line already: the region's, or those under a byline or time before it."""
    above = scene.lines[max(0, scene.start - _ABOVE) : at]
    signed = next((place for place, line in enumerate(above) if line.kind is LineKind.HEADER), len(above))
    begun = sum(line.kind is LineKind.PROSE for line in above[signed:])
    return max(begun, sum(line.kind is LineKind.PROSE for line in scene.lines[scene.start : at]))


def _length_score(words: int) -> float:
    return next((score for most, score in _OF_LENGTH if words <= most), -2.0)


def _shared(scene: _Scene, line: Line) -> float:
    """The share of the line's words that the article's first paragraphs use."""
    own = stems(line.text)
    return len(own & scene.topic) / max(len(own), _FEW)


def _stops(line: Line) -> bool:
    return (
        not _QUOTED.fullmatch(line.text)
        and line.text.rstrip("\"'”’»“").endswith((".", "。", "।", ":"))
        and not line.text.endswith("...")
    )


def _signed(lines: Sequence[Line]) -> bool:
    return any(line.kind is LineKind.HEADER for line in lines)


def _first_of_head(scene: _Scene, scores: dict[int, float], at: int) -> int:
    """The title, where the best line turns out to be the standfirst under it: both are headings set apart, and the page
    names the standfirst nowhere else."""
    if _named_again(scene, scene.lines[at]):
        return at
    for above in range(at - 1, max(-1, at - 1 - _BESIDE), -1):
        line = scene.lines[above]
        is_pair = line.words >= 4 and line.gap and scene.lines[at].gap and _shared(scene, line) >= _ON_TOPIC
        if is_pair and scores.get(above, 0.0) >= scores[at] - _AS_GOOD:
            return above
    return at
