"""The lines of a text dump, each with the features that tell news from page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.normalise.bylines import Byline, read_byline
from app.normalise.chrome import is_chrome, is_credit
from app.normalise.language import language_of
from app.normalise.moments import clock_time, puts_day_first
from app.normalise.words import is_closed, length, tidy
from app.normalise.wrapping import unquoted, unwrapped

_BULLET = re.compile(r"(?:[•·▪●‣*–—-]|\d{1,2}[.)])\s+(?=\S)")
_CLOCKED = re.compile(r"(\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\b\.?)?)\s?[|•·–—-]?\s+((?:\S+\s+){2,}\S.*)")
_AGAIN = 2
_LONG = 25
_LONG_CHARACTERS = 240
_SENTENCE = 8
_QUESTION = 16
_SAMPLE = 20


class LineKind(StrEnum):
    PROSE = "prose"
    SHORT = "short"
    CHROME = "chrome"
    HEADER = "header"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it. `gap`: an empty line stands before it. `bullet`: it is marked as a list's item.
    `byline`: what it says, where it is a header."""

    text: str
    kind: LineKind
    words: int
    gap: bool
    bullet: bool
    byline: Byline | None = None

    @property
    def closed(self) -> bool:
        return is_closed(self.text)

    @property
    def unmarked(self) -> str:
        """The text without a list's mark."""
        return _BULLET.sub("", self.text, count=1) if self.bullet else self.text

    @property
    def may_head(self) -> bool:
        """Whether the line could be the title of something."""
        return self.kind is LineKind.SHORT and not self.bullet


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that hold anything, in order; without the marks of quoted mail."""
    text = unquoted(text)
    result: list[Line] = []
    gap = True
    language = _language(text)
    day_first = puts_day_first(text, language)
    for line in _clocks_apart([tidy(raw) for raw in unwrapped(text).split("\n")]):
        if not line:
            gap = True
            continue
        result.append(_line(line, gap, day_first, language))
        gap = False
    return tuple(result)


def _clocks_apart(lines: Sequence[str]) -> list[str]:
    """The lines, "17:40 Headline" made two of them where several begin so."""
    clocked = [_CLOCKED.match(line) for line in lines]
    if sum(match is not None for match in clocked) < _AGAIN:
        return list(lines)
    pairs = ((match[1], match[2]) if match else (line,) for line, match in zip(lines, clocked, strict=True))
    return [piece for pair in pairs for piece in pair]


def _language(text: str) -> str | None:
    """The language of the longest lines, for menus speak many."""
    return language_of("\n".join(sorted(text.split("\n"), key=len)[-_SAMPLE:]))


def _line(text: str, gap: bool, day_first: bool, language: str | None) -> Line:
    mark = None if text[0].isdigit() and read_byline(text, day_first, language) else _BULLET.match(text)
    bare = text[mark.end() :] if mark else text
    words = length(bare)
    byline = read_byline(bare, day_first, language) if words < _LONG else None
    kind = _kind(bare, words, bool(mark), byline is not None)
    kept = byline if kind is LineKind.HEADER else None
    return Line(text=text, kind=kind, words=words, gap=gap, bullet=bool(mark), byline=kept)


def _kind(text: str, words: int, bullet: bool, signed: bool) -> LineKind:
    if is_chrome(text) or is_credit(text):
        return LineKind.CHROME
    if clock_time(text):
        return LineKind.CLOCK
    if signed:
        return LineKind.HEADER
    if words >= _LONG or len(text) >= _LONG_CHARACTERS or (is_closed(text) and words >= _closed_at_least(text, bullet)):
        return LineKind.PROSE
    return LineKind.SHORT


def _closed_at_least(text: str, bullet: bool) -> int:
    """Headlines ask and cry more often than they end in a full stop."""
    return _QUESTION if bullet or text.rstrip("\"'”’»").endswith(("?", "!", "？", "！")) else _SENTENCE


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether empty lines stand anywhere between these lines, so that their absence means something."""
    return any(line.gap for line in lines[1:])


def paragraphs(lines: Sequence[Line]) -> str:
    """Lines as a body: one blank line between them."""
    return "\n\n".join(line.text for line in lines)
