"""Where quotation marks open and close: straight, curly, low, angled, single and doubled ones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from app.model.span import Span

_MARK = re.compile(r"''|``|,,|[\"“”„‟«»‹›‘’‚'`]")
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’",
    '"': '"”',
    "'": "'’",
    "``": ("''", "``", '"', "”"),
    "''": ("''",),
    ",,": ("''", "“", "”", '"'),
    "`": "'`",
}
_SINGLE = "'‘‚`‹"
_APOSTROPHES = "'`"
_BEFORE = " \t\n\xa0([{—–-:/…"
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_AFTER = " \t\n\xa0)]}—–-:;,.!?…"


class Quotation(NamedTuple):
    """A stretch with its quotation marks. `open`: the paragraph ended before a closing mark came."""

    span: Span
    open: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, each inside one paragraph.

    An opening mark that is never closed reaches to the end of its paragraph only if the next paragraph opens with the
    same mark, as printers do it, or if it opens the paragraph; else it is taken for a slip and opens nothing. A single
    mark needs that next paragraph, and one that may be an apostrophe must also open its own or follow a colon or comma.
    Single marks quote only where no letter stands outside them, so apostrophes do not. French guillemets may have
    blanks on their inner sides.
    """
    result: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start] if number + 1 < len(paragraphs) else ""
        result += _in_paragraph(text, paragraph, following)
    return tuple(result)


def mark_at(text: str, offset: int) -> str:
    """The quotation mark that stands at an offset, of one or two characters; empty where there is none."""
    found = _MARK.match(text, offset)
    return found.group() if found else ""


def between(marked: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of the quotations of a text that overlap `span`."""
    return marked[bisect_right(marked, span.start, key=_END) : bisect_left(marked, span.end, key=_START)]


def _in_paragraph(text: str, paragraph: Span, following: str) -> Iterator[Quotation]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    at, after = 0, paragraph.start
    closers = _Closers(text, marks, paragraph)
    while at < len(marks):
        mark = marks[at]
        if mark.start() < after or not _opens(text, mark, paragraph):
            at += 1
            continue
        close = closers.next(at)
        if close is not None:
            yield Quotation(Span(mark.start(), marks[close].end()), open=False)
            at, after = close + 1, marks[close].end()
        elif _carries_on(text, mark, paragraph, following):
            yield Quotation(Span(mark.start(), paragraph.end), open=True)
            return
        else:
            at += 1


class _Closers:
    """For every mark the next one that closes it, found in one pass from the right."""

    def __init__(self, text: str, marks: Sequence[re.Match[str]], paragraph: Span) -> None:
        self._next: list[int | None] = [None] * len(marks)
        coming: dict[str, int] = {}
        for at in range(len(marks) - 1, -1, -1):
            mark = marks[at].group()
            known = [coming[closer] for closer in _CLOSERS.get(mark, ()) if closer in coming]
            self._next[at] = min(known, default=None)
            if _closes(text, marks[at], paragraph):
                coming[mark] = at

    def next(self, at: int) -> int | None:
        return self._next[at]


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() not in _CLOSERS or mark.end() >= paragraph.end:
        return False
    if text[mark.end()].isspace() and mark.group() != "«":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return before in _BEFORE or before in _CLOSERS or (mark.group() in "“„«" and not before.isalnum())


def _closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.start() == paragraph.start:
        return False
    if text[mark.start() - 1].isspace() and mark.group() != "»":
        return False
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() in "'’`":
        return after in _AFTER or after in '"”»'
    return not after.isalnum() or mark.group() in "”»"


def _carries_on(text: str, mark: re.Match[str], paragraph: Span, following: str) -> bool:
    repeated, opening = following == mark.group()[:1], mark.start() == paragraph.start
    if mark.group() in _APOSTROPHES:
        return repeated and (opening or text[paragraph.start : mark.start()].rstrip().endswith((":", ",")))
    return repeated or (opening and mark.group() not in _SINGLE)
