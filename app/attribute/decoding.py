"""From the network's chances to spans: which words are content, source and cue of one attribution."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.attribute.encoding import Encoding
from app.attribute.network import Anchor, word_firsts
from app.attribute.quotations import Quotation, between
from app.attribute.tags import CONTENT, CUE, SOURCE
from app.model.span import Span

LEAST_CUE, LEAST_TURN = 0.3, 0.5
_CONTENT, _SOURCE, _FALLBACK_SOURCE, _CUE = 0.5, 0.3, 0.2, 0.5
_GAP, _GAP_LEAST, _GAP_RIVAL = 2, 0.15, 0.4
_LONELY = 0.75
_TAKEN_WHOLE = 0.4
_SAME = 0.5


class Tagged(NamedTuple):
    """One attribution as tagged. `head` is where its cue's head word begins, or its first quotation for a `turn`, which
    has no cue. Spans are in order and trimmed of nothing: whole words."""

    head: int
    turn: bool
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    confidence: float


class _Draft(NamedTuple):
    tagged: Tagged
    words: frozenset[int]


def decoded(
    anchors: Iterable[Anchor], text: str, encoding: Encoding, marked: Sequence[Quotation]
) -> tuple[Tagged, ...]:
    """The attributions that are likely enough, in the order of their heads; of two with the same content the
    likelier."""
    drafts = [
        draft
        for anchor in anchors
        if anchor.chance >= (LEAST_TURN if anchor.turn else LEAST_CUE)
        and (draft := _draft(anchor, text, encoding, marked)) is not None
    ]
    return tuple(sorted((draft.tagged for draft in _distinct(drafts)), key=lambda tagged: tagged.head))


def _draft(anchor: Anchor, text: str, encoding: Encoding, marked: Sequence[Quotation]) -> _Draft | None:
    pieces = slice(anchor.first, anchor.first + len(anchor.scores))
    firsts = word_firsts(encoding.words[pieces])
    sizes = np.diff(firsts, append=len(anchor.scores))[:, None]
    chances = (np.add.reduceat(anchor.scores, firsts, axis=0) / sizes).astype(np.float32)
    ordinals = encoding.words[pieces][firsts]
    starts = encoding.starts[pieces][firsts]
    ends = encoding.ends[pieces][np.append(firsts[1:], len(anchor.scores)) - 1]
    own = int(np.searchsorted(ordinals, encoding.words[anchor.piece]))
    content = _content(chances)
    if not anchor.turn:
        content[own] = False
    whole = [
        quotation.span
        for quotation in between(marked, Span(int(starts[0]), int(ends[-1])))
        if _is_taken(quotation.span, content, starts, text)
    ]
    for span in whole:
        content[(starts >= span.start) & (ends <= span.end)] = True
    if not anchor.turn:
        content[own] = False
    if not any(text[offset].isalnum() for offset in starts[content]):
        return None
    source = chances[:, SOURCE] > _SOURCE
    source[own] = False
    if not source.any():
        likeliest = int(np.argmax(np.where(np.arange(len(chances)) == own, -1, chances[:, SOURCE])))
        source[likeliest] = chances[likeliest, SOURCE] > _FALLBACK_SOURCE
    outside = source & ~content
    source = outside if outside.any() else source
    cue = (chances[:, CUE] > _CUE) & ~content
    cue[own] = not anchor.turn
    spans = tuple(_runs(starts, ends, content))
    sure = anchor.chance * float(chances[content, CONTENT].mean())
    tagged = Tagged(
        head=int(encoding.starts[anchor.piece]),
        turn=anchor.turn,
        content=_united([*spans, *whole]),
        source=tuple(_runs(starts, ends, source)),
        cue=() if anchor.turn else tuple(_runs(starts, ends, cue)),
        confidence=round(min(sure, 1.0), 3),
    )
    return _Draft(tagged, frozenset(ordinals[content].tolist()))


def _content(chances: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The content's words, small gaps closed, and single words far from the rest left out unless they are sure."""
    likely: NDArray[np.bool_] = chances[:, CONTENT] > _CONTENT
    at = np.flatnonzero(likely)
    for left, right in pairwise(at):
        gap = chances[left + 1 : right]
        closable = 0 < len(gap) <= _GAP and bool((gap[:, CONTENT] > _GAP_LEAST).all())
        if closable and bool((gap[:, [SOURCE, CUE]] < _GAP_RIVAL).all()):
            likely[left + 1 : right] = True
    if likely.sum() > 3:
        padded = np.pad(likely, 1)
        lonely = likely & ~padded[:-2] & ~padded[2:] & (chances[:, CONTENT] < _LONELY)
        likely &= ~lonely
    return likely


def _is_taken(span: Span, content: NDArray[np.bool_], starts: NDArray[np.int64], text: str) -> bool:
    """Is so much of a quotation content that it is content whole?"""
    inside = [at for at in np.flatnonzero((starts >= span.start) & (starts < span.end)) if text[starts[at]].isalnum()]
    return bool(inside) and float(content[inside].mean()) >= _TAKEN_WHOLE


def _runs(starts: NDArray[np.int64], ends: NDArray[np.int64], chosen: NDArray[np.bool_]) -> Iterator[Span]:
    """The stretches of neighbouring chosen words."""
    at = np.flatnonzero(chosen)
    if not len(at):
        return
    breaks = np.flatnonzero(np.diff(at) > 1)
    for first, last in zip([0, *(breaks + 1)], [*breaks, len(at) - 1], strict=True):
        yield Span(int(starts[at[first]]), int(ends[at[last]]))


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


def _distinct(drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.tagged.confidence, draft.tagged.head)):
        near = (other for other in kept if abs(other.tagged.head - draft.tagged.head) < 5000)
        if not any(_likeness(draft.words, other.words) > _SAME for other in near):
            kept.append(draft)
    return iter(kept)


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)
