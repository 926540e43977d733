"""Whom a saying addresses: "told *the court*", "said to *reporters*", "*she* was told", "urged *them* to leave"."""

from collections.abc import Iterator

from app.attribute.lexicon import OCCASIONS, addressing, nouns
from app.attribute.passives import hearers, is_passive
from app.attribute.phrases import Phrase, phrase_of
from app.attribute.saying import Saying
from app.attribute.tree import Range

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_LOCAL = ("in", "at", "on", "during", "outside", "inside", "from", "by", "after", "before")
_REPLIES = ("answer", "response", "reply", "objection", "refusal", "denial", "rebuttal", "account", "estimate")


def addressee(saying: Saying) -> Phrase | None:
    """The phrase of the one spoken to; None where the text names nobody. It stands outside the content, but for who is
    asked to do something ("urged *residents* to leave"), whom the content names as its first words."""
    for index in _candidates(saying):
        phrase = _phrase(saying, index)
        if phrase is not None and _may_listen(saying, index):
            return phrase
    return None


def _candidates(saying: Saying) -> Iterator[int]:
    """The nouns that may name the addressee, the likeliest first."""
    tree, head = saying.tree, saying.head
    places = addressing().get(saying.lemma(head), frozenset())
    if saying.is_noun:
        yield from _of_noun(saying)
        return
    if "object" in places:
        if is_passive(tree, head):
            yield from hearers(tree, head)
            return
        yield from _objects(saying)
    if "dative" in places:
        yield from (child for child in tree.children(head, "dative") if tree.tokens[child].pos != "ADP")
    for preposition in (*tree.children(head, "prep", "dative", "prt"), head + 1):
        after = head < preposition < len(tree.tokens) and tree.tokens[preposition - 1].pos != "PUNCT"
        if after and saying.word(preposition) in places:
            yield from tree.children(preposition, "pobj")
    yield from _of_setting(saying)


def _objects(saying: Saying) -> Iterator[int]:
    """The objects outside the content, and in it the one who is to do what its infinitive says."""
    tree, head = saying.tree, saying.head
    ordered = _doer(saying)
    if ordered is not None:
        yield ordered
    for child in tree.children(head, "dative", "dobj", "iobj", "obj"):
        if child > head and not saying.is_said(child):
            yield child
    yield from (index for index in saying.own if _is_missed(saying, index))


def _is_missed(saying: Saying, index: int) -> bool:
    """Is this the noun of the phrase right after the verb, which the parse took for a subject of what was said?"""
    tokens, head = saying.tree.tokens, saying.head
    if tokens[index].dep not in ("nsubj", "nsubjpass", "dep", "npadvmod") or index <= head:
        return False
    return all(token.pos in ("DET", "ADJ", "PRON", "PROPN", "NOUN") for token in tokens[head + 1 : index])


def _doer(saying: Saying) -> int | None:
    """The X of "urged X to do": the object or subject right after the cue before an active infinitive."""
    tree, head = saying.tree, saying.head
    for clause in tree.children(head, "xcomp", "ccomp", "advcl"):
        to = next((mark for mark in tree.children(clause, "aux") if saying.word(mark) == "to"), None)
        if to is None or to < head or tree.child(clause, "auxpass") is not None or tree.tokens[clause].lemma == "be":
            continue
        before = [*tree.children(head, "dobj", "dative"), *tree.children(clause, "nsubj")]
        return next((noun for noun in before if head < noun < to and tree.tokens[noun].pos in _NOMINAL), None)
    return None


def _of_noun(saying: Saying) -> Iterator[int]:
    """Whom a noun of saying addresses: "her promise to *voters* that", "gave *them* her word that"."""
    tree, head = saying.tree, saying.head
    if saying.lemma(head) not in _REPLIES:
        for preposition in tree.children(head, "prep"):
            if saying.word(preposition) == "to":
                yield from tree.children(preposition, "pobj")
    if tree.tokens[head].dep == "dobj":
        giver = tree.tokens[head].head
        yield from tree.children(giver, "dative")
        for preposition in tree.children(giver, "dative", "prep"):
            if saying.word(preposition) == "to":
                yield from tree.children(preposition, "pobj")


def _of_setting(saying: Saying) -> Iterator[int]:
    """To whom the letter, speech or message went in which it was said."""
    tree = saying.tree
    for preposition in saying.own:
        token = tree.tokens[preposition]
        if saying.word(preposition) == "to" and saying.lemma(token.head) in OCCASIONS and token.head in saying.own:
            yield from tree.children(preposition, "pobj")


def _may_listen(saying: Saying, index: int) -> bool:
    token = saying.tree.tokens[index]
    lemma = saying.lemma(index)
    said = token.pos == "NOUN" and lemma in nouns() and lemma not in OCCASIONS
    if token.pos not in _NOMINAL or said or lemma in ("it", "that", "this") or saying.is_source(index):
        return False
    return not saying.is_said(index) or index == _doer(saying)


def _phrase(saying: Saying, index: int) -> Phrase | None:
    """The noun's phrase without the place, occasion and time that the parse may hang on it."""
    phrase = phrase_of(saying.tree, index)
    if phrase is None:
        return None
    first, end = phrase.stretch
    loose = saying.lemma(index) not in OCCASIONS and index != _doer(saying)
    for child in saying.tree.children(index, "prep", "npadvmod", "advmod", "acl", "appos"):
        token = saying.tree.tokens[child]
        if child > index and (token.dep in ("npadvmod", "advmod") or (loose and saying.word(child) in _LOCAL)):
            end = min(end, child)
    if not loose and end < len(saying.tree.tokens) and saying.word(end) in ("in", "at", "of"):
        place = saying.tree.child(end, "pobj")
        if place is not None and saying.tree.tokens[place].pos == "PROPN":
            end = saying.tree.range(end).end
    said = (at for at in range(index + 1, end) if saying.is_said(at) and not saying.is_said(index))
    end = min(end, next(said, end))
    return Phrase(index, Range(first, end)) if first <= index < end else None
