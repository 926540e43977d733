"""The head of an article in a dump: its title, byline and time, above (or at the top of) its first paragraphs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.article import Published
from app.normalise.bylines import Byline, is_name, names_role, read_byline
from app.normalise.lines import Line, LineKind
from app.normalise.moments import clock_only

_ABOVE = 45
_BELOW = 8
_NEAR = 4
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True)
class Header:
    """`at` is the title's line; None where no line could be the title."""

    at: int | None
    byline: Byline | None


def find_header(lines: Sequence[Line], start: int, end: int) -> Header:
    """The header of the article whose paragraphs are in `lines[start:end]`."""
    low, high = max(0, start - _ABOVE), min(end, start + _BELOW)
    repeats = Counter(line.text.casefold() for line in lines)
    scores = [(_score(lines, at, start, repeats), -at) for at in range(low, high) if lines[at].may_head]
    best = max(scores, default=(0.0, 0))
    at = _first_of_head(lines, -best[1]) if best[0] >= _ENOUGH else None
    return Header(at, _byline(lines, at if at is not None else max(0, start - _NEAR), max(start, at or 0) + _NEAR))


def _score(lines: Sequence[Line], at: int, start: int, repeats: Counter[str]) -> float:
    """How much the line looks like the title: long enough, set apart, signed or dated, near the first paragraph."""
    line = lines[at]
    score = 3.0 if 4 <= line.words <= 16 else 2.0 if 16 < line.words <= 24 else 1.0 if line.words == 3 else -2.0
    score += 1.5 if line.gap else 0.0
    score += 1.0 if at + 1 < len(lines) and lines[at + 1].gap else 0.0
    score += 2.5 if _signed(lines[at + 1 : at + 1 + _NEAR]) else 0.0
    score -= 2.0 if _signed(lines[max(0, at - _NEAR) : at]) else 0.0
    score += 1.0 if repeats[line.text.casefold()] > 1 and line.words >= 4 else 0.0
    score -= 1.5 if line.closed and line.text.endswith(".") else 0.0
    score -= 4.0 if names_role(line.text) else 0.0
    distance = start - at
    return score - 0.12 * distance if distance >= 0 else score - 1.0 + 0.2 * distance


def _signed(lines: Sequence[Line]) -> bool:
    return any(line.kind is LineKind.HEADER for line in lines)


def _first_of_head(lines: Sequence[Line], at: int) -> int:
    """The title, where the best line turns out to be the standfirst under it: both are headings set apart."""
    above = lines[at - 1] if at else None
    is_pair = above is not None and above.may_head and 4 <= above.words <= 24 and above.gap and lines[at].gap
    return at - 1 if is_pair else at


def _byline(lines: Sequence[Line], start: int, end: int) -> Byline | None:
    """Who and when, from the header lines of a range; a name that stands alone beside a time signs too."""
    text: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    for at in range(start, min(end, len(lines))):
        line = lines[at]
        read = read_byline(line.text) if line.kind is LineKind.HEADER else None
        if read is None and text is None and is_name(line.text) and _beside_header(lines, at):
            read = Byline(text=line.text, authors=(line.text,))
        if read is not None and text is None and read.text:
            text, authors = read.text, read.authors
        published = published or (read.published if read else None) or _clock(line)
    return Byline(text=text, authors=authors, published=published) if text or published else None


def _beside_header(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind is LineKind.HEADER for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _clock(line: Line) -> Published | None:
    return clock_only(line.text) if line.kind is LineKind.CLOCK else None
