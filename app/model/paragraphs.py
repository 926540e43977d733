"""Where an article's paragraphs begin and end: the unit that is parsed alone and that bounds a quotation."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from app.model.article import Article
from app.model.span import Span

_BREAK = re.compile(r"(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])+")
_SENTENCE_END = re.compile(r"[.?!:;…\"”’»)\]]\s*$")
_WRAPPED_WIDTH = range(50, 101)

_BRACKET = r" \([A-Z][\w ]{1,30}\)"
_CITY = rf"[A-Z][A-Z.'’ -]{{1,40}}(?:, [A-Z][\w. ]{{1,30}})?(?:{_BRACKET})?"
_DATELINE = rf"(?:{_CITY}|[A-Z][\w ,.]{{1,40}}{_BRACKET}) (?:--|[-–—]) "
_STAMP = r"\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?(?: [-–—|])? (?=[A-Z\"“‘«„'])"
_OPENING = re.compile(rf"{_DATELINE}|{_STAMP}")


def paragraphs(article: Article) -> tuple[Span, ...]:
    """The title and each paragraph of the body, in order, as spans of `article.text` without outer white space; those
    left out that are read `elsewhere`.

    A line break ends a paragraph, unless both lines look like one wrapped by width: the first is 50 to 100 code points
    long and stops in mid-sentence.
    """
    text, title_end = article.text, len(article.title)
    found = [*_trimmed(text, 0, title_end)]
    found += (span for start, end in _joined(text, _lines(text, title_end)) for span in _trimmed(text, start, end))
    ends = [passage.end for passage in article.elsewhere]
    return tuple(span for span in found if not _is_in(span, article.elsewhere, ends))


def _is_in(span: Span, passages: Sequence[Span], ends: Sequence[int]) -> bool:
    """Does the span stand in one of some ordered passages, which have these `ends`?"""
    at = bisect_right(ends, span.start)
    return at < len(passages) and passages[at].start <= span.start


def after_opening(text: str, paragraph: Span) -> int:
    """Where a paragraph's own words begin: after what an agency or a live page sets before it ("OSLO, May 3 (Agency) -
    ", "14:05 "), unless nothing follows."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    return opening.end() if opening and opening.end() < paragraph.end else paragraph.start


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    lines = []
    for match in _BREAK.finditer(text, start):
        lines.append((start, match.start()))
        start = match.end()
    return [*lines, (start, len(text))]


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    last_start = 0
    for start, end in lines:
        if result and _wraps(text, last_start, result[-1][1], start):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
        last_start = start
    return result


def _wraps(text: str, start: int, end: int, after: int) -> bool:
    """Is the line text[start:end] continued by the one that begins at `after`?"""
    return (
        after - end == 1 and end - start in _WRAPPED_WIDTH and not _SENTENCE_END.search(text, max(start, end - 3), end)
    )


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
