"""Who signs an article in a dump and when it was published: the lines between its title and its first paragraphs."""

import re
from collections.abc import Iterable, Sequence

from app.model.article import Published
from app.normalise.agencies import is_agency
from app.normalise.authors import author_names, is_name, named_with_role, names_role
from app.normalise.bylines import Byline, is_by, says_when
from app.normalise.chrome import is_ago
from app.normalise.lines import Line, LineKind
from app.normalise.moments import clock_only

_NEAR = 4
_PROSE = 3
_FARTHEST = 25
_NAMES_AT_MOST = 14
# "Jane RoeJohn Doe", as crude dumps run names together
_GLUE = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_ABOVE = 4
_WORD = re.compile(r"\w")


def find_signature(lines: Sequence[Line], title: int | None, start: int, end: int) -> Byline | None:
    """The byline and time of the article whose paragraphs are in `lines[start:end]`, under the title's line `title`.

    Authors: those that a line names with "by", else those named beside a time, else names that stand alone in the head.
    The time: the first in the head, else the nearest of the lines just above the title.
    """
    first = title if title is not None else max(0, start - _NEAR)
    last = _head_end(lines, first, max(start, first))
    signed = _authors(lines, first, last, end)
    published = _time(lines[first:last]) or (_time(lines[max(0, title - _ABOVE) : title][::-1]) if title else None)
    if signed is None and published is None:
        return None
    return Byline(text=signed.text if signed else None, authors=signed.authors if signed else (), published=published)


def _head_end(lines: Sequence[Line], first: int, start: int) -> int:
    """Where the head ends: before the article's third paragraph, and soon."""
    prose = [at for at in range(first + 1, min(len(lines), first + _FARTHEST)) if lines[at].kind is LineKind.PROSE]
    third = prose[_PROSE - 1] if len(prose) >= _PROSE else min(len(lines), first + _FARTHEST)
    return min(len(lines), max(third, start + _NEAR))


def _time(lines: Iterable[Line]) -> Published | None:
    """The first date that is not that of a change, else the first that is, else a clock time."""
    lines = tuple(lines)
    dated = [read for line in lines if (read := line.byline) and read.published]
    clocks = (clock_only(line.text) for line in lines if line.kind is LineKind.CLOCK)
    told = next((read.published for read in dated if not read.changed), None)
    return told or next((read.published for read in dated), None) or next(clocks, None)


def _authors(lines: Sequence[Line], first: int, last: int, end: int) -> Byline | None:
    """The best signature among the lines: explicit, then beside a time, then a name alone."""
    read = [read for line in lines[first:last] if (read := line.byline) and read.text]
    explicit = (byline for byline in read if byline.explicit)
    named = next(explicit, None) or _announced(lines, first, last)
    return named or next(iter(read), None) or _alone(lines, first, last, end)


def _announced(lines: Sequence[Line], first: int, last: int) -> Byline | None:
    """The names on the lines after one that says "by" and nothing else."""
    for at in range(first, last):
        if is_by(lines[at].text):
            return _signed(_run(lines, at + 1))
    return None


def _alone(lines: Sequence[Line], first: int, last: int, end: int) -> Byline | None:
    """Names alone on their lines, beside a time or a role, that the article's paragraphs do not speak of."""
    told = "\n".join(line.text for line in lines[first:end] if line.kind is LineKind.PROSE)
    for at in range(first + 1, last):
        names = _run(lines, at)
        over = next(below for below in range(at, len(lines) + 1) if below == len(lines) or not _names(lines[below]))
        is_signed = _is_signed(lines, at, over) or (at == first + 1 and _is_dated(lines[over : over + _PROSE]))
        if names and is_signed and not any(name in told and not is_agency(name) for name in names):
            return _signed(names)
    return None


def _run(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """The names that stand from `at` on, one a line, with or without a comma or "&" on a line of its own between."""
    names: list[str] = []
    while at < len(lines) and ((found := _names(lines[at])) or (names and not _WORD.search(lines[at].text))):
        names += found
        at += 1
    return tuple(dict.fromkeys(names))


def _names(line: Line) -> tuple[str, ...]:
    """The names that the line consists of; nothing where it holds anything else."""
    if line.kind is not LineKind.SHORT or line.words > _NAMES_AT_MOST:
        return ()
    pieces = tuple(one for piece in author_names(line.unmarked) for one in _GLUE.split(piece))
    if len(pieces) > 1 and all(is_agency(piece) or is_name(piece) for piece in pieces):
        return pieces
    whole = _name(line)
    return (whole,) if whole else ()


def _name(line: Line) -> str | None:
    """The name that the line consists of, with or without what the person is."""
    text = line.unmarked.rstrip(" ,;&•0123456789")
    text = named_with_role(text) or text
    return text if (is_name(text) and not names_role(text)) or is_agency(text) else None


def _is_signed(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether a time, or what a journalist is, stands beside these lines or on them."""
    beside = (*lines[max(0, first - 1) : first], *lines[last : last + 1])
    titled = any(named_with_role(line.unmarked) for line in lines[first:last])
    role_under = any(names_role(line.text) and line.words <= _NEAR for line in lines[last : last + 1])
    return _is_dated(beside) or titled or role_under


def _is_dated(lines: Sequence[Line]) -> bool:
    return any(
        line.kind in (LineKind.HEADER, LineKind.CLOCK) or is_ago(line.text) or says_when(line.text) for line in lines
    )


def _signed(names: Sequence[str]) -> Byline | None:
    return Byline(text=", ".join(names), authors=tuple(names)) if names else None
