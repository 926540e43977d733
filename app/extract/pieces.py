"""An article cut into pieces that a parser can take: one paragraph or less each, in plain blanks and letters."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.model.article import Article
from app.model.errors import TooLarge
from app.model.paragraphs import after_opening, paragraphs
from app.model.span import Span

LONGEST_PIECE = 5_000
LONGEST_WORD = 400
MOST_CHARACTERS = 4_000_000
"""Some 650,000 words, minutes of a worker's time: a book is read, a flood is refused."""
MOST_PIECES = 50_000

_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD},}}")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f\u200b]|(?<!\w)[\u2060\ufeff]|[\u2060\ufeff](?!\w)")
_UNPAIRED = re.compile(r"[\ud800-\udfff]")


class Piece(NamedTuple):
    """Text to be parsed, as long as the stretch of the article's text that begins at code point `start`."""

    start: int
    text: str


def pieces(article: Article) -> Sequence[Piece]:
    """The title, then each paragraph of the body, at most `LONGEST_PIECE` code points in each piece.

    What an agency or a live page sets before a paragraph ("OSLO, May 3 (Agency) - ", "14:05 ") is a piece of its own.

    Raises `TooLarge` above `MOST_CHARACTERS` or `MOST_PIECES`: a parser would hold its worker for hours.

    Every white space and control character, and every invisible one beside a word, becomes one blank, so offsets hold.
    A run of `LONGEST_WORD` or more code points without a blank (encoded data, a table without separators) is in no
    piece: no parser makes sense of it.
    """
    found = list(_pieces(article, article.text))
    characters = sum(len(piece.text) for piece in found)
    if characters > MOST_CHARACTERS or len(found) > MOST_PIECES:
        raise TooLarge(
            f"The article has {characters:,} characters in {len(found):,} paragraphs, more than are searched for names "
            f"and quotes ({MOST_CHARACTERS:,} in {MOST_PIECES:,}): split it."
        )
    return found


def _pieces(article: Article, text: str) -> Iterator[Piece]:
    for paragraph in paragraphs(article):
        for part in _opened(text, paragraph):
            for readable in _readable(text, part):
                for span in _bounded(text, readable):
                    yield Piece(span.start, _plain(span.of(text)))


def _opened(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph, its dateline or time apart."""
    cut = after_opening(text, paragraph)
    if paragraph.start < cut:
        yield Span(paragraph.start, cut)
    yield Span(cut, paragraph.end)


def _readable(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _TOO_LONG.finditer(text, paragraph.start, paragraph.end):
        if start < match.start():
            yield Span(start, match.start())
        start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PIECE:
        cut = _cut(text, start, start + LONGEST_PIECE)
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _cut(text: str, start: int, limit: int) -> int:
    """The best place to cut before `limit`: after the last sentence, else after the last word, else there."""
    for mark in (". ", " "):
        found = text.rfind(mark, start + LONGEST_PIECE // 2, limit)
        if found >= 0:
            return found + len(mark)
    return limit


def _plain(text: str) -> str:
    return _UNPAIRED.sub("\ufffd", _BLANK.sub(" ", text))
