"""Where a text attributes: the verbs of saying in use, and "according to"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.attribute.lexicon import ACCORDING, Verb, verbs
from app.attribute.tree import Tree
from app.model.syntax import Token

_UNREAL = frozenset(("want", "wish", "hope", "plan", "need", "try", "like", "prepare", "wait"))


class Sign(NamedTuple):
    """A cue in the parse: its head token, all its tokens (in order), its lemma and what the lexicon knows of it."""

    head: int
    tokens: tuple[int, ...]
    lemma: str
    verb: Verb

    @property
    def is_according(self) -> bool:
        return self.verb is ACCORDING


def signs(tree: Tree, quoted: Callable[[int], bool]) -> Iterator[Sign]:
    """The cues of a text in order. Those that stand inside a quotation are somebody's own words and left alone."""
    for index, token in enumerate(tree.tokens):
        if quoted(token.start):
            continue
        sign = _according(tree, index) if token.text.lower() == "according" else _verbal(tree, index)
        if sign is not None:
            yield sign


def _according(tree: Tree, index: int) -> Sign | None:
    following = index + 1
    if following < len(tree.tokens) and tree.tokens[following].text.lower() == "to":
        return Sign(index, (index, following), "according to", ACCORDING)
    return None


def _verbal(tree: Tree, index: int) -> Sign | None:
    token = tree.tokens[index]
    verb = verbs().get(token.lemma.lower()) if token.pos in ("VERB", "AUX") else None
    if verb is None or not _is_used(tree, index, token):
        return None
    return Sign(index, (index,), token.lemma.lower(), verb)


def _is_used(tree: Tree, index: int, token: Token) -> bool:
    """Is something said here, rather than wished, ordered by the text itself, or an epithet?"""
    if token.dep in ("amod", "compound", "aux"):
        return False
    if "of-object" in verbs()[token.lemma.lower()].frames and _names_only(tree, index, token):
        return False
    if token.dep == "xcomp" and tree.tokens[token.head].lemma in _UNREAL:
        return False
    if token.lemma in ("quote", "cite") and _quotes_one_saying(tree, index):
        return False
    return token.tag != "VB" or tree.child(index, "aux") is not None or token.dep in ("ccomp", "conj", "xcomp", "ROOT")


def _names_only(tree: Tree, index: int, token: Token) -> bool:
    """ "a loan called a bridge", "the loan is called a bridge": a passive that nobody is said to be behind."""
    return token.tag == "VBN" and tree.child(index, "aux") is None and tree.child(index, "agent") is None


def _quotes_one_saying(tree: Tree, index: int) -> bool:
    """ "quoted Ola Berg as saying": the cue is "saying"."""
    links = (link for link in tree.children(index, "prep") if tree.tokens[link].text.lower() == "as")
    return any(tree.tokens[verb].lemma in verbs() for link in links for verb in tree.children(link, "pcomp"))
