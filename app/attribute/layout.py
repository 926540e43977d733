"""An article's paragraphs and quotations, indexed: which paragraph an offset stands in, and what goes on from where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from app.attribute.quotations import Quotation, between
from app.model.paragraphs import after_opening
from app.model.span import Span

_LONGEST = 100
"""In how many further paragraphs a quotation may go on."""


class Layout:
    """Built once for an article; every answer takes time that does not grow with its length."""

    def __init__(self, text: str, lines: Sequence[Span], marked: Sequence[Quotation]) -> None:
        self.text, self.lines, self.marked = text, lines, marked
        self._starts = [line.start for line in lines]
        self._opening = {quotation.span.start: quotation for quotation in marked}

    def line(self, offset: int) -> int:
        """The number of the paragraph that an offset stands in or after."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def by_line(self, span: Span) -> Iterator[Span]:
        """The parts of a span in each paragraph, without datelines and clock times that open one."""
        for line in self.lines[self.line(span.start) : bisect_left(self._starts, span.end)]:
            start, end = max(span.start, after_opening(self.text, line)), min(span.end, line.end)
            if start < end:
                yield Span(start, end)

    def quotations(self, span: Span) -> Sequence[Quotation]:
        """The quotations that overlap a span."""
        return between(self.marked, span)

    def around(self, offset: int) -> Quotation | None:
        """The quotation that an offset stands in, behind its opening mark."""
        found = self.quotations(Span(offset, offset + 1))
        return found[0] if found and found[0].span.start < offset else None

    def host(self, cue: int, content: Sequence[Span]) -> Quotation | None:
        """The quotation in which a cue tells of speech in speech. None where what was said begins with the quotation:
        its closing mark was forgotten."""
        around = self.around(cue)
        begun = around is not None and any(0 <= span.start - around.span.start <= 2 for span in content)
        return None if begun else around

    def lead(self, quotation: Quotation) -> Sequence[Quotation]:
        """The quotations, in order, that go on in this one, which opens its paragraph: each ends the paragraph before
        unclosed. At most 100, for the same reason as below."""
        result: list[Quotation] = []
        current = quotation
        while len(result) < _LONGEST:
            number = self.line(current.span.start)
            if number == 0 or current.span.start != self._starts[number]:
                break
            before = self.around(self.lines[number - 1].end - 1)
            if before is None or not before.open:
                break
            result.append(before)
            current = before
        return result[::-1]

    def continuations(self, span: Span) -> Iterator[Span]:
        """The quotations of the paragraphs after a span whose last quotation is never closed: printers set an opening
        mark before each paragraph of a long quotation, and a closing one after the last. At most 100, so that marks
        which nobody closes do not make the cost grow with the square of the text."""
        overlapping = [quotation for quotation in self.quotations(span) if quotation.open]
        current = overlapping[-1] if overlapping else None
        for _ in range(_LONGEST):
            if current is None or not current.open:
                return
            following = self.line(current.span.start) + 1
            current = self._opening.get(self._starts[following]) if following < len(self.lines) else None
            if current is not None:
                yield current.span
