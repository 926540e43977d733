"""The real parser, loaded once for all tests that need it, and one that breaks where it is told to."""

from collections.abc import Iterable
from functools import cache

from app.extract.pieces import Piece
from app.extract.pipeline import Parse, Pipeline


@cache
def pipeline() -> Pipeline:
    return Pipeline.load()


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
