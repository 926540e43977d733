"""What a parser says about a text, in plain values, so that no stage needs to know the parser."""

from typing import NamedTuple


class Token(NamedTuple):
    """One token: the code point of the article's text at which it begins, Universal POS, Penn tag, dependency label
    (spaCy's English scheme), and the index of its head in the same tuple (its own index at a sentence's root)."""

    start: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int

    @property
    def end(self) -> int:
        """The code point after its last."""
        return self.start + len(self.text)
