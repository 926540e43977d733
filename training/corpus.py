"""From annotated texts to what the network learns: word pieces with the label of each cue and the tags around it.

Two kinds of file are read: JSON Lines in the form of PolNeAR's release ({"id", "text", "quotes": [{"content",
"speaker", "cue", "type"}]}; Newell, Margolin & Ruths, "An Attribution Relations Corpus for Political News", LREC
2018), and our own marked-up texts (training.annotated). PolNeAR gives every quote a cue; a quotation that goes on with
a speaker's turn in a paragraph of its own stands there without any annotation, so nothing is learnt from it about such
quotations.
"""

import json
import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from app.attribute.encoding import Encoder, Encoding
from app.attribute.lexicon import is_speech
from app.attribute.quotations import Quotation, quotations
from app.attribute.tags import CONTENT, CUE, NOTHING, SOURCE, SPEECH, THOUGHT, TURN
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from app.model.span import Span
from training.annotated import Attribution, examples, kind

UNKNOWN = -100
_WORD = re.compile(r"\w+")
_WEAK = frozenset(
    _WORD.findall(
        "has have had is was are were be been being am also not did does do would will could should may might "
        "can to then later further often never once already recently just even still that n t s for on in of "
        "by with a the at as about from up out back down against"
    )
)


class Text(NamedTuple):
    """An annotated text. `complete`: every quote without a cue is annotated too. `weight`: how often an epoch sees
    it."""

    text: str
    quotes: tuple[Attribution, ...]
    kinds: tuple[str, ...]
    complete: bool
    weight: int


class Anchor(NamedTuple):
    """A quote as the network learns it: the piece that stands for it, its label, and the tag of every tagged piece."""

    piece: int
    label: int
    tags: dict[int, int]


class Lesson(NamedTuple):
    """An encoded text, its anchors, and the pieces about which nothing is known."""

    encoding: Encoding
    anchors: tuple[Anchor, ...]
    unknown: tuple[int, ...]


def texts(source: Path, weight: int = 1) -> Iterator[Text]:
    """The annotated texts of a file or folder: .jsonl, or our own .txt."""
    if source.is_dir() or source.suffix == ".txt":
        for example in examples(source):
            kinds = tuple(kind(example.text, quote.content) for quote in example.quotes)
            yield Text(example.text, example.quotes, kinds, True, weight)
        return
    for line in source.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield Text(
            entry["text"],
            tuple(
                Attribution(_spans(q["content"]), _spans(q["speaker"]), _spans(q["cue"]), (), None, False)
                for q in entry["quotes"]
            ),
            tuple(q["type"] for q in entry["quotes"]),
            False,
            weight,
        )


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


_STYLES = (
    str.maketrans("“”", '""'),
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
    str.maketrans("“”‘’", "‘’“”"),
)


def restyled(text: str, chance: random.Random) -> str:
    """The text, now and then in another house's quotation marks, character for character."""
    if chance.random() < 0.75:
        return text
    if '"' in text and "“" not in text and chance.random() < 0.6:
        return _curled(text)
    return text.translate(chance.choice(_STYLES))


def _curled(text: str) -> str:
    """Straight double marks made curly: opening after white space or an opening bracket, else closing."""
    return re.sub(r'(^|[\s(\[—–-])"', "\\1“", text, flags=re.MULTILINE).replace('"', "”")


def lesson(text: Text, encoder: Encoder, printed: str | None = None) -> Lesson:
    """Encode a text (`printed`: the same text in other marks) and place its quotes on its pieces."""
    shown = printed or text.text
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=shown))
    marked = quotations(shown, lines)
    encoding = encoder.encode(shown, lines, marked)
    starts, ends = encoding.starts.tolist(), encoding.ends.tolist()
    anchors = tuple(
        anchor
        for quote, of_kind in zip(text.quotes, text.kinds, strict=True)
        if (anchor := _anchor(shown, quote, _is_spoken(text, quote, of_kind), starts, ends)) is not None
    )
    unknown = () if text.complete else tuple(_unannotated(anchors, marked, lines, starts))
    return Lesson(encoding, anchors, unknown)


def _is_spoken(text: Text, quote: Attribution, of_kind: str) -> bool:
    """Is this speech or writing rather than a thought or plan? Our own texts hold nothing else, but for doubtful
    cases."""
    if of_kind != "indirect" or (text.complete and not quote.optional):
        return True
    return any(is_speech(word) for word in _words(text.text, quote.cue))


def _anchor(text: str, quote: Attribution, spoken: bool, starts: list[int], ends: list[int]) -> Anchor | None:
    if not quote.content:
        return None
    if quote.cue:
        offset = cue_head(text, quote.cue)
        label = SPEECH if spoken else THOUGHT
    else:
        offset, label = quote.content[0][0], TURN
    tags: dict[int, int] = {}
    for tag, spans in ((CONTENT, quote.content), (SOURCE, quote.speaker), (CUE, quote.cue)):
        for start, end in spans:
            for piece in range(bisect_right(ends, start), bisect_left(starts, end)):
                tags[piece] = tag
    piece = bisect_right(ends, offset)
    return Anchor(piece, label, tags) if piece < len(starts) else None


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
    anchors: Sequence[Anchor], marked: Sequence[Quotation], lines: Sequence[Span], starts: list[int]
) -> Iterator[int]:
    """The first pieces of quotations that open a paragraph and belong to no annotated quote."""
    covered = {piece for anchor in anchors for piece in anchor.tags}
    opening = {line.start for line in lines}
    for span, _ in marked:
        piece = bisect_left(starts, span.start)
        if span.start in opening and piece < len(starts) and not {piece, piece + 1, piece + 2} & covered:
            yield piece


def labels(lesson: Lesson) -> np.ndarray:
    """The cue head's label of every piece."""
    result = np.full(len(lesson.encoding.ids), NOTHING, np.int64)
    result[list(lesson.unknown)] = UNKNOWN
    for anchor in lesson.anchors:
        result[anchor.piece] = max(result[anchor.piece], anchor.label)
    return result
