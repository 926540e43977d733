"""The tagger's network: which word pieces are cues, and for each cue how the pieces around it are tagged.

Method: an encoder pass over windows of word pieces with a little context to both sides gives every piece its chance of
being a cue; for each cue a second, small network reads the pieces of its paragraph and a few around it, and tags
content, source and cue. The weights are int8 and run on one thread of a CPU, so the same text gives the same answer on
every run. How they were trained, on what, and how well they do stands in weights/README.md.
"""

from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from app.attribute.encoding import Encoding
from app.attribute.tags import SPEECH, TURN
from app.kit.networks import session

Scores = NDArray[np.float32]

_CORE, _BEHIND, _AHEAD = 190, 24, 8
_CLS, _SEP = 101, 102
_SLOWER = ["SkipLayerNormFusion"]
"""A fusion of onnxruntime's that takes a seventh longer on a CPU than the operators it replaces."""


class Anchor(NamedTuple):
    """A piece that the network takes for a cue of speech, or for the start of a quotation without one (`turn`), with
    its chance of being that. `scores[i]` are the tags' chances for piece `first + i`; pieces far from it have none."""

    piece: int
    turn: bool
    chance: float
    first: int
    scores: Scores


class Window(NamedTuple):
    """Pieces `start <= piece < end` are answered for; the network sees those from `left` to `right`."""

    left: int
    start: int
    end: int
    right: int


class _Seen(NamedTuple):
    """A window with what the encoder says of the pieces it answers for: the cue head's chances, and the two views."""

    window: Window
    chances: Scores
    pieces: Scores
    views: Scores


class Sight(NamedTuple):
    """What the second network sees around a cue: pieces at most `reach` from it and `margin` from its paragraph."""

    reach: int
    margin: int

    def around(self, piece: int, opens: NDArray[np.intp]) -> tuple[int, int]:
        """Where the pieces seen around a cue begin and end. `opens`: the pieces that begin a paragraph, in order."""
        following = int(np.searchsorted(opens, piece, "right"))
        first = int(opens[following - 1]) - self.margin
        end = int(opens[following]) + self.margin if following < len(opens) else piece + self.reach + 1
        return max(first, piece - self.reach), min(end, piece + self.reach + 1)


class Network:
    """Loaded weights, some 21 MB. One network serves many texts, one at a time."""

    def __init__(self, cues: Any, spans: Any, sight: Sight) -> None:
        self._cues, self._spans, self._sight = cues, spans, sight

    @classmethod
    def load(cls, folder: Path, sight: Sight) -> Self:
        """Load encoder.onnx and spans.onnx of a folder. Raises OSError where they are not there."""
        return cls(session(folder / "encoder.onnx", _SLOWER), session(folder / "spans.onnx", _SLOWER), sight)

    def anchors(self, encoding: Encoding, least_cue: float, least_turn: float) -> Iterator[Anchor]:
        """The cues and turns of an encoded text that are at least so likely, in order.

        Takes time linear in its length; the memory it takes does not grow with it.
        """
        opens, reach = np.flatnonzero(encoding.features % 2), self._sight.reach
        behind: Scores | None = None
        ahead: deque[_Seen] = deque()
        for seen in chain(map(partial(self._read, encoding), windows(encoding)), [None]):
            if seen is not None:
                ahead.append(seen)
            while ahead and (seen is None or sum(len(later.pieces) for later in ahead) - len(ahead[0].pieces) >= reach):
                now = ahead.popleft()
                behind = now.pieces[:0] if behind is None else behind
                field = np.concatenate([behind, now.pieces, *(later.pieces for later in ahead)])
                yield from self._around(now, field, now.window.start - len(behind), opens, (least_cue, least_turn))
                behind = np.concatenate([behind, now.pieces])[-reach:]

    def _read(self, encoding: Encoding, window: Window) -> _Seen:
        shown = slice(window.left, window.right)
        ids = np.concatenate([[_CLS], encoding.ids[shown], [_SEP]]).astype(np.int64)[None]
        features = np.concatenate([[0], encoding.features[shown], [0]]).astype(np.int64)[None]
        answered = slice(window.start - window.left + 1, window.end - window.left + 1)
        chances, pieces, views = self._cues.run(None, {"ids": ids, "features": features})
        return _Seen(window, chances[0, answered], pieces[0, answered], views[0, answered])

    def _around(
        self, seen: _Seen, field: Scores, base: int, opens: NDArray[np.intp], least: tuple[float, float]
    ) -> Iterator[Anchor]:
        """Ask the span head about each likely cue of a window. `field[i]` is the view of piece `base + i`."""
        for cue in np.flatnonzero((seen.chances[:, [SPEECH, TURN]] >= least).any(axis=1)).tolist():
            piece = seen.window.start + cue
            first, end = self._sight.around(piece, opens)
            first, end = max(first, base), min(end, base + len(field))
            around = field[first - base : end - base] + seen.views[cue]
            places = np.arange(first, end) - piece + self._sight.reach
            speech, turn = float(seen.chances[cue, SPEECH]), float(seen.chances[cue, TURN])
            [scores] = self._spans.run(None, {"around": around, "places": places})
            yield Anchor(piece, turn > speech, max(speech, turn), first, scores)


def windows(encoding: Encoding) -> Iterator[Window]:
    """Windows that answer for every piece once, ended before a paragraph where one begins in their last half."""
    size = len(encoding.ids)
    opens = np.flatnonzero(encoding.features % 2)
    start = 0
    while start < size:
        end = min(start + _CORE, size)
        if end < size:
            last = opens[np.searchsorted(opens, end, "right") - 1]
            end = int(last) if last > start + _CORE // 2 else end
        yield Window(max(0, start - _BEHIND), start, end, min(size, end + _AHEAD))
        start = end
