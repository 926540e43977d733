"""How the text reports: to whom, when and where something was said, with distance ("allegedly"), or that it was not."""

from typing import NamedTuple

from app.attribute.addressees import addressee
from app.attribute.lexicon import of_kind
from app.attribute.phrases import Phrase
from app.attribute.places import where
from app.attribute.saying import Saying
from app.attribute.times import said_on, times
from app.model.span import Span

_BESIDE = ("advmod", "neg", "det", "amod", "predet", "preconj", "cc")


class Facets(NamedTuple):
    """How a cue reports: to whom, with what distance, and when and where the words were said."""

    addressee: Phrase | None = None
    hedged: bool = False
    negated: bool = False
    said_on: str | None = None
    when: Span | None = None
    where: Span | None = None


def facets(saying: Saying) -> Facets:
    """The facets of a cue, as far as the words around it that are neither content nor source tell."""
    to = addressee(saying)
    listening = [saying.tree.span(to.stretch)] if to else []
    printed = [time for time in times(saying) if not any(time.overlaps(span) for span in listening)]
    return Facets(
        addressee=to,
        hedged=hedged(saying),
        negated=negated(saying),
        said_on=said_on(" | ".join(span.of(saying.text) for span in saying.stretches)),
        when=printed[0] if printed else None,
        where=where(saying, [*printed, *listening]),
    )


def hedged(saying: Saying) -> bool:
    """Does the text keep its distance from the saying: "allegedly asked", "is said to", "rumours that"?"""
    beside = {saying.word(index) for index in _beside(saying)}
    if beside & of_kind("hedges", "modifier") or saying.lemma(saying.head) in of_kind("hedges", "noun"):
        return True
    return any(_is_hearsay(saying, index) for index in {saying.head, saying.top, *_verbs_of_cue(saying)})


def _is_hearsay(saying: Saying, index: int) -> bool:
    tree, lemma = saying.tree, saying.lemma(index)
    if lemma in of_kind("hedges", "raising"):
        return index != saying.head
    passive = tree.child(index, "auxpass") is not None and tree.child(index, "agent") is None
    return passive and lemma in of_kind("hedges", "passive")


def negated(saying: Saying) -> bool:
    """Does the text say that this was not said: "did not say", "never promised", "declined to say", "nobody said"?"""
    tree = saying.tree
    denied = of_kind("denying", "verb")
    if any(saying.lemma(index) in denied for index in _above(saying)):
        return True
    if any(saying.lemma(index) in denied and index < saying.head for index in saying.words):
        return True
    verbs = [saying.head, *(index for index in _above(saying))]
    if any(_is_denied(saying, index) for index in [*verbs, *_joined(saying)]) or _is_fronted(saying):
        return True
    return any(
        saying.word(child) in of_kind("denying", "word") or _has_no(saying, child)
        for index in verbs
        for child in tree.children(index, "nsubj", "nsubjpass")
        if not saying.is_said(child)
    )


def _is_denied(saying: Saying, index: int) -> bool:
    """Does a word of denial stand beside the verb or noun ("not only" denies nothing)?"""
    tree = saying.tree
    words = of_kind("denying", "word")
    for child in (*tree.children(index, *_BESIDE), *(at for at in saying.words if index == saying.head and at < index)):
        only = child + 1 < len(tree.tokens) and saying.word(child + 1) in ("only", "just", "merely")
        if saying.word(child) in words and child < saying.head and not only and not saying.is_said(child):
            return True
    return _is_without(saying, index)


def _is_fronted(saying: Saying) -> bool:
    """ "At no point did he say": a denial that has put the auxiliary before the subject."""
    auxiliary, subject = saying.tree.child(saying.head, "aux"), saying.tree.child(saying.head, "nsubj")
    inverted = auxiliary is not None and subject is not None and auxiliary < subject
    return inverted and any(saying.word(at) in ("no", "nor", "neither") for at in saying.own if at < saying.head)


def _is_without(saying: Saying, index: int) -> bool:
    token = saying.tree.tokens[index]
    return token.dep == "pcomp" and saying.word(token.head) == "without"


def _has_no(saying: Saying, noun: int) -> bool:
    return any(saying.word(child) in ("no", "neither") for child in saying.tree.children(noun, "det"))


def _above(saying: Saying) -> list[int]:
    """The verbs between the head and the top, the top included where it is another."""
    tree, at, found = saying.tree, saying.head, list[int]()
    while at != saying.top:
        at = tree.tokens[at].head
        found.append(at)
    return found


def _joined(saying: Saying) -> list[int]:
    """The verb before "or" or "nor" that shares its denial with the head ("did not confirm or deny")."""
    tree, token = saying.tree, saying.tree.tokens[saying.head]
    shared = token.dep == "conj" and tree.child(saying.head, "aux", "nsubj") is None
    linked = any(saying.word(child) in ("or", "nor") for child in tree.children(token.head, "cc"))
    return [token.head] if shared and linked else []


def _verbs_of_cue(saying: Saying) -> list[int]:
    return [index for index in saying.words if saying.tree.tokens[index].pos in ("VERB", "AUX") and index < saying.head]


def _beside(saying: Saying) -> list[int]:
    """The cue's own words and what modifies its verb or noun, the word right before it included."""
    tree = saying.tree
    first = min(saying.words)
    children = [child for at in {saying.head, saying.top} for child in tree.children(at, *_BESIDE)]
    before = [first - 1] if first and tree.tokens[first - 1].pos == "ADV" else []
    words = [index for index in saying.words if tree.tokens[index].pos not in ("VERB", "AUX")]
    return [index for index in (*words, *children, *before) if not saying.is_said(index)]
