"""The real models, loaded once for all tests that need them, and a parser that breaks where it is told to."""

from collections.abc import Iterable
from functools import cache

from app.attribute.tagger import Tagger
from app.extract.pieces import Piece
from app.extract.pipeline import Parse, Pipeline
from app.flow import Models


@cache
def pipeline() -> Pipeline:
    return Pipeline.load()


@cache
def tagger() -> Tagger:
    return Tagger.load()


def models() -> Models:
    return Models(pipeline(), tagger())


def brittle(word: str, reason: str = "the parser broke") -> Models:
    """Models whose parser breaks on every text that holds a certain word."""
    return Models(Brittle(word, reason), tagger())


class Brittle(Pipeline):
    """Breaks on every text that holds a certain word."""

    def __init__(self, word: str, reason: str = "the parser broke") -> None:
        self.word = word
        self.reason = reason

    def parse(self, pieces: Iterable[Piece]) -> Parse:
        texts = list(pieces)
        if any(self.word in piece.text for piece in texts):
            raise RuntimeError(self.reason)
        return pipeline().parse(texts)
