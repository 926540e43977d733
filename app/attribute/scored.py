"""The words around a cue with their chances, put together from the word pieces that the network scores."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.attribute.encoding import Encoding, Numbers
from app.attribute.network import Anchor
from app.attribute.spans import runs
from app.model.span import Span


class Words(NamedTuple):
    """The words around an anchor, parallel arrays: ordinal, half-open code points, chances of the tags. `own` is the
    index of the anchor's word."""

    ordinals: Numbers
    starts: Numbers
    ends: Numbers
    chances: NDArray[np.float32]
    own: int

    def span(self) -> Span:
        return Span(int(self.starts[0]), int(self.ends[-1]))

    def runs(self, chosen: NDArray[np.bool_]) -> tuple[Span, ...]:
        """The stretches of neighbouring chosen words."""
        stretches = runs(np.flatnonzero(chosen).tolist())
        return tuple(Span(int(self.starts[first]), int(self.ends[last])) for first, last in stretches)


def words_around(anchor: Anchor, encoding: Encoding) -> Words:
    """The words whose pieces the network scored for an anchor, each with the mean of its pieces' chances."""
    first, end = anchor.first, anchor.first + len(anchor.scores)
    words = encoding.words[first:end]
    edges = np.concatenate(([0], np.flatnonzero(words[1:] != words[:-1]) + 1, [len(words)]))
    firsts, ordinals = edges[:-1], words[edges[:-1]]
    return Words(
        ordinals,
        encoding.starts[first:end][firsts],
        encoding.ends[first:end][edges[1:] - 1],
        (np.add.reduceat(anchor.scores, firsts, axis=0) / np.diff(edges)[:, None]).astype(np.float32),
        int(encoding.words[anchor.piece] - ordinals[0]),
    )
