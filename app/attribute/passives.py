"""Who was told is not who told: "*Tom Hale* was told by *Helen Marsh* that …", "Asked about it, *Tom Hale* left"."""

from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.lexicon import addressing
from app.attribute.phrases import phrase_of
from app.attribute.spans import cut
from app.attribute.tree import Tree
from app.model.span import Span, joined


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
    told = [tree.span(phrase.stretch) for index in hearers(tree, head) if (phrase := phrase_of(tree, index))]
    content = tuple(cut(tagged.content, told))
    if not told or not any(span.start > tagged.head for span in content):
        return tagged
    source = tuple(span for span in tagged.source if not any(span.overlaps(own) for own in told))
    return tagged._replace(content=content, source=source or joined(_agents(tree, head)))


def is_passive(tree: Tree, verb: int) -> bool:
    """Is the verb passive ("was told"), or a participle before what was done then ("Asked whether …, she left")?"""
    token = tree.tokens[verb]
    if tree.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    return token.dep == "advcl" and token.tag == "VBN" and tree.child(verb, "nsubj", "aux") is None


def hearers(tree: Tree, verb: int) -> Sequence[int]:
    """Whom a passive verb addresses: its subject, else that of what was done then."""
    own = tree.children(verb, "nsubjpass")
    return own or (tree.children(tree.tokens[verb].head, "nsubj") if tree.tokens[verb].dep == "advcl" else ())


def _agents(tree: Tree, verb: int) -> Iterator[Span]:
    for by in tree.children(verb, "agent"):
        phrase = phrase_of(tree, tree.child(by, "pobj"))
        if phrase:
            yield tree.span(phrase.stretch)
