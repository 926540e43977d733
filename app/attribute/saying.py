"""The words around a cue that tell of the saying itself: neither what was said, nor who said it, nor another event."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Self

from app.attribute.decoding import Tagged
from app.attribute.lexicon import nouns, of_kind
from app.attribute.spans import Inside, runs
from app.attribute.tree import Range, Tree
from app.kit.tables import words
from app.model.span import Span, joined

_REACH = 60
_OTHER_EVENTS = ("conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "appos", "csubj", "nsubj", "nsubjpass", "pcomp")
_SETTINGS = words("app.attribute", "settings.txt")
_STOPS = ("VERB", "AUX", "SCONJ", "CCONJ")
_BREAKS = (";", ":", "(", ")", "–", "—", '"', "“", "”")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")


class Saying(NamedTuple):
    """A cue in the parse: `head` is its head word, `top` the verb that governs it ("*declined* to say", else the head
    itself), `words` its words, `own` the words that tell of the saying, all as indices of tokens, in order. The own
    words stand in the `stretches` of the text."""

    tree: Tree
    text: str
    head: int
    top: int
    words: tuple[int, ...]
    own: tuple[int, ...]
    stretches: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...]

    @classmethod
    def of(cls, tree: Tree, text: str, tagged: Tagged, content: Sequence[Span]) -> Self | None:
        """The saying of what was tagged; None where the parse has no token there."""
        head = tree.at(tagged.head)
        if head is None:
            return None
        words = tuple(sorted({head, *(index for span in tagged.cue for index in range(*tree.covering(span)))}))
        top = _top(tree, head)
        taken = Inside(joined([*content, *tagged.source]))
        own = sorted({*_governed(tree, top, head, taken), *_following(tree, head, words, content, taken)} - {*words})
        own = sorted({*own, *words} - {index for index in words if taken(tree.tokens[index].start)} - {head})
        stretches = tuple(tree.span(Range(first, last + 1)) for first, last in runs(own))
        return cls(tree, text, head, top, words, tuple(own), stretches, tuple(content), tagged.source)

    @property
    def is_noun(self) -> bool:
        return self.tree.tokens[self.head].pos in ("NOUN", "PROPN") and self.lemma(self.head) in nouns()

    def lemma(self, index: int) -> str:
        return self.tree.tokens[index].lemma.lower()

    def word(self, index: int) -> str:
        return self.tree.tokens[index].text.lower()

    def is_said(self, index: int) -> bool:
        """Does the token stand in the content?"""
        return any(span.start <= self.tree.tokens[index].start < span.end for span in self.content)

    def is_source(self, index: int) -> bool:
        return any(span.start <= self.tree.tokens[index].start < span.end for span in self.source)


def _top(tree: Tree, head: int) -> int:
    """The verb at whose infinitive or gerund the head stands, if that denies or hedges the saying."""
    while True:
        token = tree.tokens[head]
        above = tree.tokens[token.head].lemma.lower()
        if token.dep in ("pcomp", "pobj") and tree.tokens[token.head].pos == "ADP":
            above = tree.tokens[tree.tokens[token.head].head].lemma.lower()
        if token.head == head or token.dep not in ("xcomp", "pcomp") or above not in governors():
            return head
        head = token.head if token.dep == "xcomp" else tree.tokens[token.head].head


@cache
def governors() -> frozenset[str]:
    """The verbs that deny or hedge the saying in their infinitive or gerund."""
    return (
        of_kind("denying", "verb")
        | of_kind("denying", "bearer")
        | of_kind("hedges", "raising")
        | of_kind("hedges", "passive")
    )


def _governed(tree: Tree, top: int, head: int, taken: Inside) -> Iterator[int]:
    """The words that the cue governs near it, without those of other events."""
    stack = [top, head]
    while stack:
        current = stack.pop()
        for child in tree.children(current):
            token = tree.tokens[child]
            elsewhere = token.dep in _OTHER_EVENTS and token.lemma.lower() not in _SETTINGS
            if abs(child - head) > _REACH or taken(token.start) or elsewhere or child == head:
                continue
            yield child
            stack.append(child)


def _following(tree: Tree, head: int, words: Sequence[int], content: Sequence[Span], taken: Inside) -> Iterator[int]:
    """The words right after the cue, up to what was said or another verb, however the parse attaches them."""
    said = Inside(joined(content))
    sentence = tree.tokens[head].sentence
    for index in range(head + 1, min(head + _REACH, len(tree.tokens))):
        token = tree.tokens[index]
        if index in words:
            continue
        another = token.pos in _STOPS and token.lemma.lower() not in _SETTINGS
        if (
            token.sentence != sentence
            or said(token.start)
            or another
            or token.tag in _RELATIVE
            or token.text in _BREAKS
        ):
            return
        if not taken(token.start):
            yield index
