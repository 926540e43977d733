"""Who speaks to whom: the two sides of a clause of asking, telling or accusing, and who answers next."""

from typing import NamedTuple

from app.attribute.figures import Figure
from app.attribute.lexicon import addressing, verbs
from app.attribute.scene import is_main
from app.attribute.tree import SUBJECTS, Tree
from app.model.quote import CueClass

_OBJECTS = ("dobj", "dative", "iobj", "obj")
_ANSWERING = ("answer", "reply", "respond", "retort", "counter", "demur", "comply", "agree", "refuse", "decline")


class Exchange(NamedTuple):
    """Who spoke to whom, in which sentence (their number)."""

    by: Figure
    to: Figure
    sentence: int


def addresser(tree: Tree, index: int) -> int | None:
    """The subject of the main clause that says that the token, a verb's object, is spoken to; None where none does."""
    token = tree.tokens[index]
    if token.dep not in _OBJECTS or token.head > index:
        return None
    lemma = tree.tokens[token.head].lemma.lower()
    if "object" not in addressing().get(lemma, ()) and verbs().get(lemma) is not CueClass.ACCUSATION:
        return None
    subject = doer(tree, index)
    return subject if subject is not None and is_main(tree, subject) else None


def asks(tree: Tree, subject: int) -> bool:
    """Does the subject ask something?"""
    return verbs().get(tree.tokens[tree.tokens[subject].head].lemma.lower()) is CueClass.QUESTION


def answers(tree: Tree, subject: int) -> bool:
    """Does the subject answer: "she *replied*", "he *denied* it"?"""
    lemma = tree.tokens[tree.tokens[subject].head].lemma.lower()
    return tree.tokens[subject].dep in SUBJECTS and (lemma in _ANSWERING or verbs().get(lemma) is CueClass.DENIAL)


def doer(tree: Tree, index: int) -> int | None:
    """The subject of the clause in which a token is an object or stands after a preposition: never the same person,
    where the token is "him" or "her"."""
    at = index
    while tree.tokens[at].dep in (*_OBJECTS, "pobj", "prep", "agent") and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    if at == index:
        return None
    while (subject := tree.child(at, *SUBJECTS)) is None and tree.tokens[at].dep == "conj":
        at = tree.tokens[at].head
    return subject
