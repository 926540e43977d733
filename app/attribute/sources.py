"""A source is one noun phrase: what another verb says, and another's subject, is left out of what was tagged for it."""

from collections.abc import Sequence

from app.attribute.decoding import Tagged
from app.attribute.phrases import phrase_of
from app.attribute.tree import SUBJECTS, Range, Tree

_NOMINAL = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = ("WP", "WDT")
_JOINED = ("conj", "advcl", "xcomp")


def one_phrase(tagged: Tagged, tree: Tree) -> Tagged:
    """The attribution with the stretch of its source that holds the cue's subject first, else the likeliest; without
    the clauses in it: "*two men*" of "a guest heard two men discuss", "*the union*" of "the union, which met, said"."""
    head = tree.at(tagged.head)
    if head is None or not tagged.source:
        return tagged
    subjects = _subjects(tree, head)
    spans = sorted(tagged.source, key=lambda span: not any(_holds(tree.covering(span), index) for index in subjects))
    stretch = tree.covering(spans[0])
    first = _phrase(tree, stretch, subjects)
    return tagged._replace(source=(tree.span(first) if first else spans[0], *spans[1:]))


def _subjects(tree: Tree, cue: int) -> Sequence[int]:
    """The subjects of a verb, its own or those of the verb it is joined to; whose a noun is."""
    own = tree.children(cue, *SUBJECTS, "poss")
    joined_to = tree.tokens[cue].head if tree.tokens[cue].dep in _JOINED else cue
    return own or tree.children(joined_to, *SUBJECTS)


def _phrase(tree: Tree, stretch: Range, subjects: Sequence[int]) -> Range | None:
    """The part of a stretch that is the source, None where it is so whole."""
    own = next((index for index in subjects if _holds(stretch, index)), None)
    last = stretch.end - 1
    if last > stretch.first and tree.tokens[last].tag in _RELATIVE and last not in subjects:
        return Range(stretch.first, last)
    foreign = next((index for index in range(*stretch) if _is_foreign(tree, index, stretch)), None)
    if foreign is None:
        return None
    phrase = phrase_of(tree, own)
    if phrase is not None:
        return Range(max(phrase.stretch.first, stretch.first), min(phrase.stretch.end, stretch.end))
    before = Range(stretch.first, foreign)
    return before if any(tree.tokens[index].pos in _NOMINAL for index in range(*before)) else None


def _is_foreign(tree: Tree, index: int, stretch: Range) -> bool:
    """Is this a finite verb on which the stretch hangs, rather than one that tells more of a noun in it, or a last word
    that the parse took for one ("the expedition *cook*")?"""
    token = tree.tokens[index]
    is_noun = index == stretch.end - 1 and token.text.lower() == token.lemma
    if token.tag not in _FINITE or token.pos not in ("VERB", "AUX") or is_noun:
        return False
    while token.pos not in _NOMINAL:
        if token.head == index or not _holds(stretch, token.head):
            return True
        index, token = token.head, tree.tokens[token.head]
    return False


def _holds(stretch: Range, index: int) -> bool:
    return stretch.first <= index < stretch.end
