"""From annotated texts to what the network learns: word pieces with the label of each cue and the tags around it.

PolNeAR gives every quote a cue; a quotation that goes on with a speaker's turn in a paragraph of its own stands there
without any annotation, so nothing is learnt from it about such quotations.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.attribute.encoding import Encoder, Encoding, Numbers
from app.attribute.lexicon import is_speech
from app.attribute.quotations import Quotation, quotations
from app.attribute.tags import CONTENT, CUE, NOTHING, SOURCE, SPEECH, THOUGHT, TURN
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from app.model.span import Span
from training.annotated import Attribution
from training.texts import Text

UNKNOWN = -100
_WORD = re.compile(r"\w+")
_WEAK = frozenset(
    _WORD.findall(
        "has have had is was are were be been being am also not did does do would will could should may might "
        "can to then later further often never once already recently just even still that n t s for on in of "
        "by with a the at as about from up out back down against"
    )
)


class Answers(NamedTuple):
    """What a teacher says of a text: the chances of every piece's label, and around each piece that may head a cue, the
    chances of the tags of the `2 * reach + 1` pieces about it."""

    labels: NDArray[np.float16]
    tags: dict[int, NDArray[np.float16]]


class Anchor(NamedTuple):
    """A quote as the network learns it: the piece that stands for it; the tag of every tagged piece, None where nobody
    annotated it; and the teacher's chances, None where there is no teacher."""

    piece: int
    tags: dict[int, int] | None
    chances: NDArray[np.float16] | None

    def content(self) -> list[int]:
        """The pieces of its content, by the annotation or else by the teacher."""
        if self.tags is not None:
            return [piece for piece, tag in self.tags.items() if tag == CONTENT]
        assert self.chances is not None
        reach = len(self.chances) // 2
        return [int(at) - reach + self.piece for at in np.flatnonzero(self.chances[:, CONTENT] > 0.5)]


class Lesson(NamedTuple):
    """An encoded text, the label of every piece (UNKNOWN where nobody knows it), the teacher's chances of them, and the
    anchors."""

    encoding: Encoding
    labels: Numbers
    chances: NDArray[np.float16] | None
    anchors: tuple[Anchor, ...]


def lesson(text: Text, encoder: Encoder, printed: str | None = None, answers: Answers | None = None) -> Lesson:
    """Encode a text (`printed`: the same text in other marks) and place its quotes and a teacher's answers on its
    pieces. Answers to the same text in marks that make other pieces cannot be placed, and are left out."""
    shown = printed or text.text
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=shown))
    marked = quotations(shown, lines)
    encoding = encoder.encode(shown, lines, marked)
    if answers is not None and len(answers.labels) != len(encoding.ids):
        answers = None
    told = answers.tags if answers else {}
    starts, ends = encoding.starts.tolist(), encoding.ends.tolist()
    annotated = list(_annotated(text, shown, starts, ends))
    labels = np.full(len(starts), UNKNOWN if text.quotes is None else NOTHING, np.int64)
    if text.quotes is not None and not text.complete:
        labels[list(_unannotated([tags for _, _, tags in annotated], marked, lines, starts))] = UNKNOWN
    for piece, label, _ in annotated:
        labels[piece] = max(labels[piece], label)
    known = {piece for piece, _, _ in annotated}
    anchors = [Anchor(piece, tags, told.get(piece)) for piece, _, tags in annotated]
    anchors += [Anchor(piece, None, chances) for piece, chances in told.items() if piece not in known]
    return Lesson(encoding, labels, answers.labels if answers else None, tuple(anchors))


def _annotated(text: Text, shown: str, starts: list[int], ends: list[int]) -> Iterator[tuple[int, int, dict[int, int]]]:
    """For each annotated quote the piece that stands for it, its label, and the tag of every tagged piece."""
    for quote, of_kind in zip(text.quotes or (), text.kinds, strict=True):
        if not quote.content:
            continue
        label = TURN if not quote.cue else SPEECH if _is_spoken(text, quote, of_kind) else THOUGHT
        piece = bisect_right(ends, cue_head(shown, quote.cue) if quote.cue else quote.content[0][0])
        tags = {
            at: tag
            for tag, spans in ((CONTENT, quote.content), (SOURCE, quote.speaker), (CUE, quote.cue))
            for start, end in spans
            for at in range(bisect_right(ends, start), bisect_left(starts, end))
        }
        if piece < len(starts):
            yield piece, label, tags


def _is_spoken(text: Text, quote: Attribution, of_kind: str) -> bool:
    """Is this speech or writing rather than a thought or plan? Our own texts hold nothing else, but for doubtful
    cases."""
    if of_kind != "indirect" or (text.complete and not quote.optional):
        return True
    return any(is_speech(word) for word in _words(text.text, quote.cue))


def _words(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [word for start, end in spans for word in _WORD.findall(text[start:end].lower())]


def cue_head(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """The offset of the word that stands for a cue: a word of saying, else the first that is no auxiliary, preposition
    or adverb, else its first."""
    found = [(start + m.start(), m.group().lower()) for start, end in spans for m in _WORD.finditer(text[start:end])]
    ranked = sorted(
        found, key=lambda item: (not is_speech(item[1]), item[1] in _WEAK or item[1].endswith("ly"), item[0])
    )
    return ranked[0][0] if ranked else spans[0][0]


def _unannotated(
    annotated: Iterable[dict[int, int]], marked: Sequence[Quotation], lines: Sequence[Span], starts: list[int]
) -> Iterator[int]:
    """The first pieces of quotations that open a paragraph and belong to no annotated quote."""
    covered = {piece for tags in annotated for piece in tags}
    opening = {line.start for line in lines}
    for span, _ in marked:
        piece = bisect_left(starts, span.start)
        if span.start in opening and piece < len(starts) and not {piece, piece + 1, piece + 2} & covered:
            yield piece
