"""Who is said to have said it, and to whom, as phrases: where they stand, not yet whom they mean."""

from collections.abc import Callable
from typing import NamedTuple

from app.attribute.cues import Sign
from app.attribute.tree import SUBJECTS, Range, Tree

_RELATIVE = ("who", "which", "that")
_STOPS = ("relcl", "advcl", "parataxis", "ccomp")
_FINITE = ("VBD", "VBZ", "VBP")
_NOMINAL = ("NOUN", "PROPN", "PRON")


class Phrase(NamedTuple):
    """A noun phrase: its head token and its tokens `stretch`. `guessed`: found by its place, not by the parse."""

    head: int
    stretch: Range
    guessed: bool = False


def source(tree: Tree, sign: Sign, quoted: Callable[[int], bool]) -> Phrase | None:
    """The phrase of the one who speaks; None where the text gives none ("it was announced", "is said to").

    Nobody inside a quotation is its speaker: where the parse says so, the noun next to the verb is taken instead.
    """
    if sign.is_according:
        return _phrase(tree, tree.child(sign.tokens[-1], "pobj"))
    if tree.child(sign.head, "auxpass") is not None:
        return _agent(tree, sign.head)
    found = _inverted(tree, sign.head) or _subject(tree, sign.head)
    if found is None or quoted(tree.tokens[found.head].start):
        found = _beside(tree, sign.head)
    return None if found is None or quoted(tree.tokens[found.head].start) else found


def addressee(tree: Tree, sign: Sign) -> Phrase | None:
    """The phrase of the one spoken to: "told *the minister* that", "said to *reporters*", "*she* was told"."""
    if "address" in sign.verb.frames:
        passive = tree.child(sign.head, "nsubjpass")
        if passive is not None:
            return _phrase(tree, passive)
        for child in tree.children(sign.head, "dobj", "dative", "obj"):
            if child > sign.head and tree.tokens[child].pos in _NOMINAL:
                return _phrase(tree, child)
    for to in tree.children(sign.head, "prep", "dative"):
        if tree.tokens[to].text.lower() == "to" and sign.head < to <= sign.head + 2 and not sign.is_according:
            return _phrase(tree, tree.child(to, "pobj"))
    return None


def quoting(tree: Tree, head: int) -> int | None:
    """The verb of "quoted Ola Berg as *saying*", "Ola Berg was cited as *saying*", by whose object the words are."""
    link = tree.tokens[head].head
    verb = tree.tokens[link].head
    leans = tree.tokens[head].dep == "pcomp" and tree.tokens[link].text.lower() == "as"
    return verb if leans and tree.tokens[verb].lemma in ("quote", "cite") else None


def _agent(tree: Tree, head: int) -> Phrase | None:
    by = tree.child(head, "agent")
    return _phrase(tree, tree.child(by, "pobj") if by is not None else None)


def _subject(tree: Tree, head: int) -> Phrase | None:
    """The subject of the verb, or that of the verb it leans on ("… and added", "…, saying that")."""
    quoted = quoting(tree, head)
    if quoted is not None:
        return _phrase(tree, tree.child(quoted, "dobj", "nsubjpass"))
    index = head
    for _ in range(5):
        subject = _nearest(tree, index, "nsubj", "csubj")
        if subject is not None:
            return _relative(tree, subject, index) or _phrase(tree, subject)
        token = tree.tokens[index]
        if token.dep in ("acl", "relcl") and tree.tokens[token.head].pos in _NOMINAL:
            return _before(tree, token.head, index)
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep") or tree.child(index, "auxpass") is not None:
            return None
        if token.dep == "advcl" and token.tag not in ("VBG", "VB"):
            return None
        index = token.head
    return None


def _nearest(tree: Tree, verb: int, *deps: str) -> int | None:
    """The dependent of a verb that stands right before it where the parse gives it several, else the first."""
    several = list(tree.children(verb, *deps))
    before = [child for child in several if child < verb]
    return before[-1] if before else next(iter(several), None)


def _relative(tree: Tree, subject: int, verb: int) -> Phrase | None:
    """For "the doctor, who said …": the doctor."""
    if tree.tokens[subject].text.lower() not in _RELATIVE or tree.tokens[verb].dep != "relcl":
        return None
    return _before(tree, tree.tokens[verb].head, verb)


def _before(tree: Tree, noun: int, verb: int) -> Phrase | None:
    """The noun phrase as far as it stands before the verb that modifies it."""
    stretch = tree.range(noun)
    cut = Range(stretch.first, max(min(stretch.end, tree.range(verb).first), noun + 1))
    return Phrase(noun, _tidy(tree, noun, cut))


def _inverted(tree: Tree, head: int) -> Phrase | None:
    """For "…,” said Ola Berg" where the parse calls the speaker an object."""
    if tree.child(head, *SUBJECTS) is not None or not _closes_words(tree, head):
        return None
    for child in tree.children(head, "dobj", "attr", "npadvmod", "oprd", "dative", "appos"):
        if child > head and tree.range(child).first == head + 1 and tree.tokens[child].pos in ("PROPN", "NOUN"):
            return _phrase(tree, child, guessed=True)
    return None


def _beside(tree: Tree, head: int) -> Phrase | None:
    """The noun phrase right after a verb that closes the words said, else the noun right before the verb."""
    if tree.tokens[head].tag not in _FINITE:
        return None
    after = head + 1
    if _closes_words(tree, head) and after < len(tree.tokens):
        noun = after
        while noun < tree.tokens[noun].head <= head + 10 and tree.tokens[tree.tokens[noun].head].pos in _NOMINAL:
            noun = tree.tokens[noun].head
        if tree.tokens[noun].pos in _NOMINAL:
            return Phrase(noun, _tidy(tree, noun, Range(after, max(noun + 1, tree.range(noun).end))), guessed=True)
    before = head - 1
    if (
        before >= 0
        and tree.tokens[before].pos in ("PROPN", "PRON")
        and tree.tokens[before].sentence == tree.tokens[head].sentence
    ):
        return Phrase(before, Range(before, head), guessed=True)
    return None


def _closes_words(tree: Tree, head: int) -> bool:
    """Does a finite verb stand right after a comma or a quotation mark, so that its source follows?"""
    before = tree.tokens[head - 1].text if head else ""
    return tree.tokens[head].tag in _FINITE and before in (",", '"', "”", "''", "’", "'", "»", "?", "!")


def _phrase(tree: Tree, head: int | None, *, guessed: bool = False) -> Phrase | None:
    if head is None:
        return None
    stretch = tree.range(head)
    for child in tree.children(head, *_STOPS):
        if child > head:
            stretch = Range(stretch.first, min(stretch.end, tree.range(child).first))
    return Phrase(head, _tidy(tree, head, stretch), guessed)


def _tidy(tree: Tree, head: int, stretch: Range) -> Range:
    """The stretch without marks and conjunctions at its ends; at least the head."""
    first, end = stretch
    while first < head and tree.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    while end > head + 1 and tree.tokens[end - 1].pos in ("PUNCT", "CCONJ", "SPACE"):
        end -= 1
    return Range(first, end)
