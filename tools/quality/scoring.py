"""Scores who-said-what against gold, by the protocol of the outside scorer (score_quotes.py), so that figures compare.

    trim     outer quotation marks, punctuation and space of a span never decide
    pair     gold and predicted quotes one to one by the words their contents share (Dice), best first
    judge    a pair is RIGHT when content IoU >= 0.5 AND the speaker spans overlap, or both have none
    count    gold that does not count (optional, out of scope) neither rewards nor punishes what finds it

Spans are half-open code points. Nothing here reads files or runs the flow.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.model.span import Span

ENOUGH = 0.5
"""The least content IoU of a quote that counts as found."""

_EDGE = re.compile(r"""[\s"“”„«»‘’'`,.;:!?\-–—―()\[\]]""")
_WORD = re.compile(r"\w+")
_FILLERS = frozenset({"the", "of", "and"})


class Saying(NamedTuple):
    """One quote, gold or predicted. `counts`: gold that must be found, or a prediction that must not be spurious."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    entity: str | None = None
    kind: str = ""
    stance: str = ""
    counts: bool = True


class Pair(NamedTuple):
    """A gold quote and what was found of it. `iou` is of the words of the contents."""

    gold: Saying
    found: Saying
    iou: float

    @property
    def content_right(self) -> bool:
        return self.iou >= ENOUGH

    @property
    def speaker_right(self) -> bool:
        return overlap(self.gold.speaker, self.found.speaker)

    @property
    def right(self) -> bool:
        return self.content_right and self.speaker_right

    @property
    def entity_right(self) -> bool:
        return same_name(self.gold.entity, self.found.entity)


class Judgement(NamedTuple):
    """A text's quotes: those paired, the gold that nothing was found of, and predictions of no gold. Only what counts
    is in it: pairs have gold that counts, `missed` counts, and `spurious` touches no gold that does not."""

    pairs: tuple[Pair, ...]
    missed: tuple[Saying, ...]
    spurious: tuple[Saying, ...]


def judge(text: str, gold: Sequence[Saying], found: Sequence[Saying]) -> Judgement:
    """Compare the quotes found in `text` with its gold."""
    wanted, got = _worded(text, gold), _worded(text, found)
    partner = _partners([words for _, words in wanted], [words for _, words in got])
    pairs = tuple(
        Pair(wanted[i][0], got[j][0], len(wanted[i][1] & got[j][1]) / len(wanted[i][1] | got[j][1]))
        for i, j in sorted(partner.items())
        if wanted[i][0].counts
    )
    missed = tuple(saying for i, (saying, _) in enumerate(wanted) if i not in partner and saying.counts)
    taken = set(partner.values())
    neutral = [words for saying, words in wanted if not saying.counts]
    spurious = tuple(
        saying
        for j, (saying, words) in enumerate(got)
        if j not in taken and saying.counts and not any(words & other for other in neutral)
    )
    return Judgement(pairs, missed, spurious)


def overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Do the spans share a character, or are there none on either side?"""
    if not one or not other:
        return not one and not other
    return any(a.overlaps(b) for a in one for b in other)


def same_name(one: str | None, other: str | None) -> bool:
    """Do all words of the shorter name stand in the longer one ("Holt", "Mara Holt")? No name agrees with none."""
    if not one or not other:
        return not one and not other
    a, b = (set(_WORD.findall(name.lower())) - _FILLERS for name in (one, other))
    return a <= b or b <= a


def trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without marks, punctuation and space at their edges; a span of nothing else is gone."""
    return tuple(span for span in (_trim(text, span) for span in spans) if span is not None)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and _EDGE.match(text[start]):
        start += 1
    while end > start and _EDGE.match(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _worded(text: str, sayings: Iterable[Saying]) -> list[tuple[Saying, frozenset[int]]]:
    """The sayings that have words, with the places where these begin; edges trimmed."""
    result = []
    for saying in sayings:
        content = trimmed(text, saying.content)
        words = frozenset(
            span.start + word.start() for span in content for word in _WORD.finditer(text[span.start : span.end])
        )
        if words:
            bare = saying._replace(
                content=content, speaker=trimmed(text, saying.speaker), addressee=trimmed(text, saying.addressee)
            )
            result.append((bare, words))
    return result


def _partners(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> dict[int, int]:
    """One to one, best Dice first; of equals the later ones, as the outside scorer has it."""
    shares = sorted(
        (
            (2 * len(wanted & got) / (len(wanted) + len(got)), i, j)
            for i, wanted in enumerate(gold)
            for j, got in enumerate(found)
            if wanted & got
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in shares:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner
