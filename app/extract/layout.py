"""Where the tokens of a parsed text stand and on which they depend, the white space between them left out."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Layout(NamedTuple):
    """Numbers of the parser's tokens, in order. `places`: the index of each among the tokens that are no white space
    (of white space: of the next one), and one more for the end of the text. `heads` are such indices too."""

    places: list[int]
    starts: list[int]
    heads: list[int]
    sentences: list[int]
    spaces: list[bool]


def laid_out(doc: Any) -> Layout:
    """The layout of a parsed text; a token's head is its nearest ancestor that is no white space, or itself."""
    numbers: Numbers = doc.to_array(("IDX", "HEAD", "SENT_START", "IS_SPACE")).view(np.int64)
    starts, steps, opens, blank = numbers.T
    spaces = blank == 1
    own = np.arange(len(starts))
    opens = opens == 1
    opens[:1] = False
    places = np.concatenate(([0], np.cumsum(~spaces)))
    heads = _heads(own, own + steps, spaces) if spaces.any() else own + steps
    return Layout(places.tolist(), starts.tolist(), places[heads].tolist(), np.cumsum(opens).tolist(), spaces.tolist())


def _heads(own: Numbers, heads: Numbers, spaces: NDArray[np.bool_]) -> Numbers:
    while True:
        above = heads[heads]
        climbing = spaces[heads] & (above != heads)
        if not climbing.any():
            return np.where(spaces[heads], own, heads)
        heads = np.where(climbing, above, heads)
