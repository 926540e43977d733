"""The words of an article's quotes: tokens and mentions by where they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.model.mention import Mention
from app.model.span import Span
from app.model.syntax import Token


class Words:
    """An article's text with its tokens, looked up by span in logarithmic time."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens
        self._starts = [token.start for token in tokens]

    def within(self, spans: Sequence[Span]) -> list[int]:
        """The indices of the tokens that begin inside the spans, in order."""
        return [
            index
            for span in spans
            for index in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        ]

    def mentions(self, mentions: Sequence[Mention], spans: Sequence[Span]) -> Iterator[Mention]:
        """Those of the mentions, given in text order, that stand inside the spans."""
        for span in spans:
            at = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
            while at < len(mentions) and mentions[at].span.end <= span.end:
                yield mentions[at]
                at += 1
