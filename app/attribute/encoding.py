"""An article as the tagger sees it: word pieces with where they stand and how they are printed."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.attribute.quotations import Quotation, mark_at
from app.model.span import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Numbers = NDArray[np.int32]

OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
LOWER, TITLE, UPPER = range(3)
_LONE = re.compile("[\ud800-\udfff]")
_NO_PIECES: Numbers = np.zeros((5, 0), np.int32)
FEATURES = 24
"""How many values a feature has: case (3) times quotation state (4) times whether a paragraph starts (2)."""


class Encoding(NamedTuple):
    """The word pieces of a text, parallel arrays: vocabulary number, half-open code points, printed feature, and the
    ordinal of the word that the piece belongs to."""

    ids: Numbers
    starts: Numbers
    ends: Numbers
    features: Numbers
    words: Numbers


class Encoder:
    """Encodes texts for the vocabulary of a word-piece tokenizer. Takes time linear in the text."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        self._tokenizer = tokenizer
        vocabulary = tokenizer.get_vocab()
        self._continues = np.zeros(max(vocabulary.values()) + 1, bool)
        self._continues[[number for piece, number in vocabulary.items() if piece.startswith("##")]] = True

    def encode(self, text: str, lines: Sequence[Span], marked: Sequence[Quotation]) -> Encoding:
        """The pieces of the given paragraphs of a text, in order; what lies between paragraphs has none.

        Half a surrogate pair, which the tokenizer refuses, is no part of a word.
        """
        rows = np.concatenate([_NO_PIECES, *(self._paragraph(line, text) for line in lines)], axis=1)
        ids, starts, ends, printed, begins = rows
        features = printed + 2 * _state(starts, text, marked)
        return Encoding(ids, starts, ends, features, np.cumsum(begins, dtype=np.int32) - 1)

    def _paragraph(self, line: Span, text: str) -> Numbers:
        """Rows for a paragraph's pieces: vocabulary number, start, end, feature but for the quotation state, and
        whether a word begins."""
        pieces = self._tokenizer.encode(_LONE.sub("\ufffd", line.of(text)), add_special_tokens=False)
        rows: Numbers = np.zeros((5, len(pieces.ids)), np.int32)
        if pieces.ids:
            rows[0] = pieces.ids
            rows[1:3] = np.array(pieces.offsets, np.int32).T + line.start
            begins = ~self._continues[rows[0]]
            begins[0] = True
            rows[3] = _case(text, rows[1], rows[2], begins) * 8
            rows[3, 0] += 1
            rows[4] = begins
        return rows


def _case(text: str, starts: Numbers, ends: Numbers, begins: NDArray[np.bool_]) -> Numbers:
    """For each piece how its word is printed: lower case, Title case or UPPER case."""
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(begins)) - 1
    edges = zip(starts[firsts].tolist(), ends[lasts].tolist(), strict=True)
    printed = np.array([_print(text[start:end]) for start, end in edges], np.int32)
    return printed[np.cumsum(begins) - 1]


def _print(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[:1].isupper() else LOWER


def _state(starts: Numbers, text: str, marked: Sequence[Quotation]) -> Numbers:
    """For each piece: outside every quotation, inside one, or an outer mark of one."""
    states = np.zeros(len(starts), np.int32)
    for span, is_open in marked:
        opening = len(mark_at(text, span.start))
        edges = (span.start, span.start + opening, span.end if is_open else span.end - opening, span.end)
        left, inner, right, end = np.searchsorted(starts, edges)
        states[left:inner] = OPENING
        states[inner:right] = INSIDE
        states[right:end] = CLOSING
    return states
