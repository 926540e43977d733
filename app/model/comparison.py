"""Two versions of an article compared: their paragraphs with the words that differ, their quotes and claims.

Alignment is difflib's. Pure; the time it takes is bounded, whatever the texts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.model.naming import fold_words
from app.model.revision import Change, Passage, Restatement, Rewording, Statement
from app.model.span import Span

# With so large a share of their words in common two passages are one that was changed (Dice's coefficient).
ALIKE = 0.5
# Of longer stretches it is not asked what corresponds to what: that takes as long as both lengths multiplied.
MOST_COMPARED = 250_000
# Nor is it asked of more pairs which are alike.
MOST_PAIRED = 10_000

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_WORD = re.compile(r"\w+|[^\w\s]")

type Pair = tuple[int, int]


def passages(before: str, after: str, starts: Pair = (0, 0)) -> tuple[Passage, ...]:
    """The paragraphs that differ, in the order of the later text; one that only moved vanishes and appears.

    Spans index the two texts; `starts` is where their bodies begin in them.
    """
    old, new = (_spans(_PARAGRAPH, text, at) for text, at in zip((before, after), starts, strict=True))
    blocks = _blocks([span.of(before) for span in old], [span.of(after) for span in new])
    return tuple(
        passage
        for mine, theirs in blocks
        for passage in _rewritten(before, after, old[slice(*mine)], new[slice(*theirs)])
    )


def restatements(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Restatement, ...]:
    """The statements that differ: those of the later version in their order, then those that vanished.

    Statements are the same where they are one utterance or claim, or the same words by the same name. Of the others two
    are one that was changed where most of their words are in both.
    """
    old, new = _without(before, after), _without(after, before)
    changed = {at: known for known, at in _pairs([each.text for each in old], [each.text for each in new])}
    told = [_told(old[changed[at]] if at in changed else None, each) for at, each in enumerate(new)]
    kept = set(changed.values())
    gone = [Restatement(Change.VANISHED, each, None) for at, each in enumerate(old) if at not in kept]
    return (*told, *gone)


def _told(known: Statement | None, now: Statement) -> Restatement:
    return Restatement(Change.CHANGED if known else Change.APPEARED, known, now)


def _without(statements: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    same = {other.same for other in others}
    worded = {_key(other) for other in others}
    return [each for each in statements if each.same not in same and _key(each) not in worded]


def _key(statement: Statement) -> tuple[str, str]:
    return " ".join(fold_words(statement.by or "")), " ".join(fold_words(statement.text))


def _spans(unit: re.Pattern[str], text: str, start: int, end: int | None = None) -> list[Span]:
    return [Span(*found.span()) for found in unit.finditer(text, start, len(text) if end is None else end)]


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Pair, Pair]]:
    """The stretches that differ, as bounds in both."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(left) * len(right) > MOST_COMPARED:
        yield (head, len(old) - tail), (head, len(new) - tail)
        return
    for tag, *bounds in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            i, j, k, m = (head + bound for bound in bounds)
            yield (i, j), (k, m)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many elements both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _rewritten(before: str, after: str, old: Sequence[Span], new: Sequence[Span]) -> list[Passage]:
    """The paragraphs of one stretch that differs: the later text's in their order, then those that vanished."""
    pairs = _pairs([span.of(before) for span in old], [span.of(after) for span in new])
    changed = {at: old[known] for known, at in pairs}
    kept = {known for known, _ in pairs}
    told = [
        Passage(Change.CHANGED, changed[at], span, tuple(_reworded(before, after, changed[at], span)))
        if at in changed
        else Passage(Change.APPEARED, None, span)
        for at, span in enumerate(new)
    ]
    return [*told, *(Passage(Change.VANISHED, span, None) for at, span in enumerate(old) if at not in kept)]


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Which of the later texts is which of the earlier, the likest first; none of very many."""
    if len(old) * len(new) > MOST_PAIRED:
        return []
    ours, theirs = ([Counter(fold_words(text)) for text in texts] for texts in (old, new))
    scored = [(_alike(one, other), i, k) for i, one in enumerate(ours) for k, other in enumerate(theirs)]
    pairs: dict[int, int] = {}
    for score, i, k in sorted(scored, key=lambda each: -each[0]):
        if score >= ALIKE and i not in pairs and k not in pairs.values():
            pairs[i] = k
    return list(pairs.items())


def _alike(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _reworded(before: str, after: str, old: Span, new: Span) -> Iterator[Rewording]:
    """The runs of words and marks that differ."""
    ours, theirs = _spans(_WORD, before, old.start, old.end), _spans(_WORD, after, new.start, new.end)
    for mine, yours in _blocks([span.of(before) for span in ours], [span.of(after) for span in theirs]):
        yield Rewording(_whole(ours[slice(*mine)]), _whole(theirs[slice(*yours)]))


def _whole(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
