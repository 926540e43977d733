"""How the text reports: with distance ("allegedly"), denied ("did not say"), dated ("said on Dec. 21")."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.attribute.decoding import Tagged
from app.attribute.lexicon import HEDGES, verbs
from app.attribute.phrases import Phrase, phrase_of
from app.attribute.spans import cut
from app.attribute.tree import Range, Tree
from app.kit.tables import rows
from app.model.span import Span

_NEAR = 20
_NOMINAL = ("NOUN", "PROPN", "PRON")

_REFUSALS = ("refuse", "decline", "fail", "stop", "deny")
_MONTHS = {form: number for number, *forms in rows("app.attribute", "months.tsv") for form in forms}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_NAME})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:, (?P<year>\d{{4}})\b)?", re.I
)
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_NAME})\b\.?(?:,? (?P<year>\d{{4}})\b)?", re.I
)


class Facets(NamedTuple):
    """How a cue reports: to whom, with what distance, and when and where the words were said."""

    addressee: Phrase | None = None
    hedged: bool = False
    negated: bool = False
    said_on: str | None = None
    when: Span | None = None
    where: Span | None = None


def facets(tree: Tree, text: str, tagged: Tagged, content: Sequence[Span]) -> Facets:
    """The facets of a cue, as far as the words around it that are no content tell."""
    head = tree.at(tagged.head)
    if head is None:
        return Facets()
    to = addressee(tree, head)
    inside = to is not None and any(part.overlaps(tree.span(to.stretch)) for part in content)
    return Facets(
        addressee=None if inside else to,
        hedged=hedged(tree, head),
        negated=negated(tree, head),
        said_on=said_on(_own_words(tree, text, head, content)),
    )


def addressee(tree: Tree, head: int) -> Phrase | None:
    """The phrase of the one spoken to: "told *the minister* that", "said to *reporters*", "*she* was told"."""
    verb = verbs().get(tree.tokens[head].lemma.lower())
    if verb and "address" in verb.frames:
        passive = tree.child(head, "nsubjpass")
        if passive is not None:
            return phrase_of(tree, passive)
        for child in tree.children(head, "dobj", "dative", "obj"):
            if child > head and tree.tokens[child].pos in _NOMINAL:
                return phrase_of(tree, child)
    for to in tree.children(head, "prep", "dative"):
        if verb and tree.tokens[to].text.lower() == "to" and head < to <= head + 2:
            return phrase_of(tree, tree.child(to, "pobj"))
    return None


def _own_words(tree: Tree, text: str, head: int, content: Sequence[Span]) -> str:
    """What the cue governs near it besides the content."""
    first, end = tree.range(head)
    own = tree.span(Range(max(first, head - _NEAR), min(end, head + _NEAR)))
    return " | ".join(span.of(text) for span in cut([own], content))


def hedged(tree: Tree, head: int) -> bool:
    """Does the text keep its distance from the saying: "allegedly asked", "is said to"?"""
    verb = verbs().get(tree.tokens[head].lemma.lower())
    passive = tree.child(head, "auxpass") is not None and tree.child(head, "agent") is None
    adverbs = any(tree.tokens[child].text.lower() in HEDGES for child in tree.children(head, "advmod"))
    hearsay = passive and not (verb and "address" in verb.frames) and tree.child(head, "xcomp") is not None
    return adverbs or hearsay


def negated(tree: Tree, head: int) -> bool:
    """Does the text say that this was not said: "did not say", "never promised", "declined to say"?"""
    if tree.child(head, "neg") is not None:
        return True
    token = tree.tokens[head]
    if token.dep in ("xcomp", "conj") and tree.tokens[token.head].lemma in _REFUSALS:
        return token.dep == "xcomp"
    return any(tree.tokens[child].text.lower() in ("no", "nobody") for child in tree.children(head, "nsubj"))


def said_on(text: str) -> str | None:
    """The day named in the cue's own words, ISO 8601 with an unknown year left out; None where none, or no such day."""
    match = _MONTH_DAY.search(text) or _DAY_MONTH.search(text)
    if match is None:
        return None
    month, day, year = _MONTHS[match["month"].lower()], int(match["day"]), match["year"]
    if not 1 <= day <= 31:
        return None
    return f"{year or '-'}-{int(month):02d}-{day:02d}"
