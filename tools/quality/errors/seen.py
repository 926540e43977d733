"""A quote as the rules of the error analysis see it: text, spans and words; no parse."""

import re
from typing import NamedTuple

from app.model.span import Span, surface
from tools.quality.scoring import Saying, trimmed

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\"“”„«»‹›]|''|``|(?<!\w)['‘]")


class Seen(NamedTuple):
    """A quote in its text, among the gold quotes there."""

    text: str
    quote: Saying
    gold: tuple[Saying, ...] = ()

    @property
    def content(self) -> list[str]:
        return _words(self.text, self.quote.content)

    @property
    def cue(self) -> list[str]:
        return _words(self.text, self.quote.cue)

    @property
    def source(self) -> list[str]:
        return _words(self.text, self.quote.speaker)

    @property
    def marked(self) -> bool:
        """Do quotation marks stand in the content or at its edges?"""
        return any(_MARKS.search(self.text[max(0, s.start - 1) : s.end + 1]) for s in self.quote.content)

    def within_gold(self, *spans: Span) -> bool:
        """Do the quote's content and `spans` lie within the content of one gold quote that is longer?"""
        inner = (*trimmed(self.text, self.quote.content), *spans)
        return any(_within(inner, trimmed(self.text, other.content)) for other in self.gold)


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return _WORD.findall(surface(text, spans).lower())


def _within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return inner != outer and all(any(b.covers(a) for b in outer) for a in inner)
