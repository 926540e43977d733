"""Who was told is not who told: "*Tom Hale* was told by *Helen Marsh* that the money was gone"."""

from collections.abc import Iterator

from app.attribute.decoding import Tagged
from app.attribute.lexicon import addressing
from app.attribute.phrases import phrase_of
from app.attribute.spans import cut
from app.attribute.tree import Tree
from app.model.span import Span, joined


def turned(tagged: Tagged, tree: Tree) -> Tagged:
    """The attribution of a passive cue that names whom it addresses as its subject: who was told is neither source nor
    content, and who told him is its source. Any other as it is."""
    head = tree.at(tagged.head)
    told = None if head is None else tree.child(head, "nsubjpass")
    if head is None or told is None or "object" not in addressing().get(tree.tokens[head].lemma.lower(), ()):
        return tagged
    phrase = phrase_of(tree, told)
    hearer = [tree.span(phrase.stretch)] if phrase else []
    content = tuple(cut(tagged.content, hearer))
    if not any(span.start > tagged.head for span in content):
        return tagged
    source = tuple(span for span in tagged.source if not any(span.overlaps(own) for own in hearer))
    return tagged._replace(content=content, source=source or joined(_agents(tree, head)))


def _agents(tree: Tree, verb: int) -> Iterator[Span]:
    for by in tree.children(verb, "agent"):
        phrase = phrase_of(tree, tree.child(by, "pobj"))
        if phrase:
            yield tree.span(phrase.stretch)
