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

Numbers = NDArray[np.int64]

OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
LOWER, TITLE, UPPER = range(3)
_LONE = re.compile("[\ud800-\udfff]")
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
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        first: list[int] = []
        for line in lines:
            pieces = self._tokenizer.encode(_LONE.sub("\ufffd", line.of(text)), add_special_tokens=False)
            first.append(len(ids))
            ids += pieces.ids
            starts += [line.start + start for start, _ in pieces.offsets]
            ends += [line.start + end for _, end in pieces.offsets]
        numbers, begin, stop = (np.array(values, np.int64) for values in (ids, starts, ends))
        heads = ~self._continues[numbers]
        opens = np.zeros(len(ids), bool)
        opens[[at for at in first if at < len(ids)]] = True
        words = np.cumsum(heads | opens) - 1
        features = _case(text, begin, stop, words) * 8 + _state(text, begin, marked) * 2 + opens
        return Encoding(numbers, begin, stop, features, words)


def _case(text: str, starts: Numbers, ends: Numbers, words: Numbers) -> Numbers:
    """For each piece how its word is printed: lower case, Title case or UPPER case."""
    if not len(words):
        return words
    firsts = np.flatnonzero(np.diff(words, prepend=-1))
    lasts = np.append(firsts[1:], len(words)) - 1
    printed = [
        _print(text[start:end]) for start, end in zip(starts[firsts].tolist(), ends[lasts].tolist(), strict=True)
    ]
    return np.array(printed, np.int64)[words]


def _print(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[:1].isupper() else LOWER


def _state(text: str, starts: Numbers, marked: Sequence[Quotation]) -> Numbers:
    """For each piece: outside every quotation, inside one, or an outer mark of one."""
    states = np.zeros(len(starts), np.int64)
    for span, is_open in marked:
        opening = len(mark_at(text, span.start))
        edges = (span.start, span.start + opening, span.end if is_open else span.end - opening, span.end)
        left, inner, right, end = np.searchsorted(starts, edges)
        states[left:inner] = OPENING
        states[inner:right] = INSIDE
        states[right:end] = CLOSING
    return states
