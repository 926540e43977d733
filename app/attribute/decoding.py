"""From the network's chances to spans: which words are content, source and cue of one attribution."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.attribute.encoding import Encoding, Numbers
from app.attribute.network import Anchor
from app.attribute.quotations import Quotation, between
from app.attribute.scored import Words, words_around
from app.attribute.tags import CONTENT, CUE, SOURCE
from app.model.span import Span, joined

LEAST_CUE, LEAST_TURN = 0.3, 0.1
_CONTENT, _SOURCE, _FALLBACK_SOURCE, _CUE = 0.5, 0.3, 0.2, 0.5
_GAP, _GAP_LEAST, _GAP_RIVAL, _GAP_SOURCE = 2, 0.15, 0.4, 0.1
_SOURCE_RIVAL = 0.4
_LONELY = 0.75
_TAKEN_WHOLE = 0.4
_SAME = 0.5
_PLACE = 64
"""Only contents that stand in the same stretches of so many words are compared."""


class Tagged(NamedTuple):
    """One attribution as tagged. `head` is where its cue's head word begins, or its first quotation for a `turn`, which
    has no cue. Spans are whole words; those of the source, where it may be several, stand with the likeliest first, the
    others in order."""

    head: int
    turn: bool
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    confidence: float


class _Draft(NamedTuple):
    """An attribution with the ordinals of its content's words: bit `i` of `words` is that of word `first + i`, bit 0 is
    set."""

    tagged: Tagged
    first: int
    words: int


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
    words = words_around(anchor, encoding)
    near = between(marked, words.span())
    if anchor.turn:
        content = np.zeros(len(words.starts), bool)
        whole = [quotation.span for quotation in near if quotation.span.start == words.starts[words.own]]
    else:
        content = _content(words.chances)
        content[words.own] = False
        head = int(words.starts[words.own])
        around = [quotation.span for quotation in near if not quotation.span.start < head < quotation.span.end]
        whole = [span for span in around if _is_taken(span, content, words.starts, text)]
    for span in whole:
        content[(words.starts >= span.start) & (words.ends <= span.end)] = True
    if not anchor.turn:
        content[words.own] = False
    if not any(text[offset].isalnum() for offset in words.starts[content]):
        return None
    cue = (words.chances[:, CUE] > _CUE) & ~content
    cue[words.own] = True
    sure = 1.0 if anchor.turn else float(words.chances[content, CONTENT].mean())
    tagged = Tagged(
        head=int(encoding.starts[anchor.piece]),
        turn=anchor.turn,
        content=joined([*words.runs(content), *whole]),
        source=_likeliest_first(words, _source(words, content), text),
        cue=() if anchor.turn else words.runs(cue),
        confidence=round(min(anchor.chance * sure, 1.0), 3),
    )
    first = int(np.argmax(content))
    return _Draft(tagged, int(words.ordinals[first]), _bits(content[first:]))


def _source(words: Words, content: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The source's words, outside the content where there are any; the likeliest word where none is likely."""
    chances = words.chances[:, SOURCE].copy()
    chances[words.own] = 0
    source = chances > _SOURCE
    if not source.any():
        source[np.argmax(chances)] = chances.max() > _FALLBACK_SOURCE
    outside: NDArray[np.bool_] = source & ~content
    return outside if outside.any() else source


def _likeliest_first(words: Words, source: NDArray[np.bool_], text: str) -> tuple[Span, ...]:
    """The stretches of a source, each in one line and over small gaps: those in the cue's line where there are any,
    without those far less likely than the first."""
    stretches: list[list[int]] = []
    for at in np.flatnonzero(source).tolist():
        if stretches and _goes_on(words, stretches[-1][-1], at, text):
            stretches[-1].append(at)
        else:
            stretches.append([at])
    at_cue = [stretch for stretch in stretches if not _is_parted(words, stretch, text)]
    likely = sorted(
        ((float(words.chances[stretch, SOURCE].max()), stretch) for stretch in at_cue or stretches),
        key=lambda found: -found[0],
    )
    kept = (stretch for chance, stretch in likely if chance >= _SOURCE_RIVAL * likely[0][0])
    return tuple(Span(int(words.starts[stretch[0]]), int(words.ends[stretch[-1]])) for stretch in kept)


def _is_parted(words: Words, stretch: Sequence[int], text: str) -> bool:
    """Does a stretch stand in another line than the cue?"""
    first, last = sorted((stretch[0], words.own))
    return "\n" in text[words.ends[first] : words.starts[last]]


def _goes_on(words: Words, left: int, right: int, text: str) -> bool:
    """Is the word `right` of the same stretch of a source as the word `left` before it?"""
    gap = text[words.ends[left] : words.starts[right]]
    if "\n" in gap or right - left - 1 > _GAP:
        return False
    between = words.chances[left + 1 : right, SOURCE]
    return not any(character.isalnum() for character in gap) or bool((between > _GAP_SOURCE).all())


def _content(chances: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The content's words, small gaps closed, and single words far from the rest left out unless they are sure."""
    likely: NDArray[np.bool_] = chances[:, CONTENT] > _CONTENT
    for left, right in pairwise(np.flatnonzero(likely).tolist()):
        if 0 < right - left - 1 <= _GAP and _is_closable(chances[left + 1 : right]):
            likely[left + 1 : right] = True
    if likely.sum() > 3:
        lonely = chances[:, CONTENT] < _LONELY
        lonely[1:] &= ~likely[:-1]
        lonely[:-1] &= ~likely[1:]
        likely &= ~lonely
    return likely


def _is_closable(gap: NDArray[np.float32]) -> bool:
    return bool((gap[:, CONTENT] > _GAP_LEAST).all() and (gap[:, [SOURCE, CUE]] < _GAP_RIVAL).all())


def _is_taken(span: Span, content: NDArray[np.bool_], starts: Numbers, text: str) -> bool:
    """Is so much of a quotation content that it is content whole?"""
    first, end = np.searchsorted(starts, (span.start, span.end))
    words = zip(starts[first:end].tolist(), content[first:end].tolist(), strict=True)
    taken = [chosen for start, chosen in words if text[start].isalnum()]
    return bool(taken) and sum(taken) / len(taken) >= _TAKEN_WHOLE


def _distinct(drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    """The drafts, likeliest first and turns last, but for those whose content is mostly that of one before."""
    kept: defaultdict[int, list[_Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: (draft.tagged.turn, -draft.tagged.confidence, draft.tagged.head)):
        places = range(draft.first // _PLACE, (draft.first + draft.words.bit_length() - 1) // _PLACE + 1)
        if not any(_likeness(draft, other) > _SAME for place in places for other in kept[place]):
            for place in places:
                kept[place].append(draft)
            yield draft


def _likeness(one: _Draft, other: _Draft) -> float:
    """How many of the words of two contents are both's."""
    first = min(one.first, other.first)
    ours, theirs = one.words << one.first - first, other.words << other.first - first
    return (ours & theirs).bit_count() / (ours | theirs).bit_count()


def _bits(chosen: NDArray[np.bool_]) -> int:
    return int.from_bytes(np.packbits(chosen, bitorder="little").tobytes(), "little")
