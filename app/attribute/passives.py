"""Who was told is not who told: "*Tom Hale* was told by *Helen Marsh* that …", "Asked about it, *Tom Hale* left"."""

from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.lexicon import addressing
from app.attribute.phrases import phrase_of
from app.attribute.spans import cut
from app.attribute.tree import Tree
from app.model.span import Span, joined

_OBJECTLESS = frozenset(["ask", "beg", "petition", "plead", "pray", "promise", "request", "write"])
"""The verbs that take an infinitive without naming whom they address: "They *asked* to leave"."""
_CLAUSAL = ("nsubj", "aux", "dobj", "dative")


def turned(tagged: Tagged, tree: Tree) -> Tagged:
    """The attribution of a passive cue that can name whom it addresses: who was told is neither source nor content, and
    who told him is its source. Any other as it is."""
    head = tree.at(tagged.head)
    if (
        head is None
        or "object" not in addressing().get(tree.tokens[head].lemma.lower(), ())
        or not is_passive(tree, head)
    ):
        return tagged
    heard = [phrase for index in hearers(tree, head) if (phrase := phrase_of(tree, index))]
    told = [tree.span(phrase.stretch) for phrase in heard]
    content = tuple(cut(tagged.content, told))
    if not told or not content:
        return tagged
    around = [tree.span(tree.range(phrase.head)) for phrase in heard]
    source = tuple(
        span
        for span in tagged.source
        if not any(span.overlaps(own) for own in around) and (span.start > tagged.head or not _is_fronted(tree, head))
    )
    return tagged._replace(content=content, source=source or joined(_agents(tree, head)))


def is_passive(tree: Tree, verb: int) -> bool:
    """Is a verb that can name whom it addresses passive ("was told", "was called and *told*", as headlines have it
    "Residents *urged* to leave"), or a participle before what was done then ("Asked whether …, she left")?"""
    if tree.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    token = tree.tokens[verb]
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and tree.child(verb, *_CLAUSAL) is None:
        return tree.child(token.head, "auxpass") is not None
    return _is_fronted(tree, verb) or _is_elliptic(tree, verb)


def hearers(tree: Tree, verb: int) -> Sequence[int]:
    """Whom a passive verb addresses: its subject, else that of the verb it goes with or of what was done then."""
    own = tree.children(verb, "nsubjpass", "nsubj")
    if own or tree.tokens[verb].dep not in ("advcl", "conj"):
        return own
    return tree.children(tree.tokens[verb].head, "nsubj", "nsubjpass")


def _is_fronted(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    return token.dep == "advcl" and token.tag == "VBN" and tree.child(verb, "nsubj", "aux") is None


def _is_elliptic(tree: Tree, verb: int) -> bool:
    """Is the verb passive without an auxiliary: "Residents *urged* to leave", "…, inquest *told*"? It would name whom
    it addresses if it were not."""
    token = tree.tokens[verb]
    if token.tag not in ("VBN", "VBD") or tree.child(verb, *_CLAUSAL[1:]) is not None:
        return False
    following = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    if following is not None and following.tag == "TO":
        return token.lemma.lower() not in _OBJECTLESS
    return token.lemma.lower() == "tell" and (following is None or following.sentence != token.sentence)


def _agents(tree: Tree, verb: int) -> Iterator[Span]:
    for by in tree.children(verb, "agent"):
        phrase = phrase_of(tree, tree.child(by, "pobj"))
        if phrase:
            yield tree.span(phrase.stretch)
