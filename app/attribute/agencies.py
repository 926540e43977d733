"""Words that reach the news by way of an agency: "“…,” Farid Rezai said, according to Pars" are Rezai's words too."""

from collections.abc import Iterator, Sequence

from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.attribute.lexicon import verb_of
from app.attribute.phrases import phrase_of
from app.attribute.tree import Tree
from app.model.span import Span


def spoken(tagged: Sequence[Tagged], tree: Tree, layout: Layout) -> tuple[Tagged, ...]:
    """The attributions, and what is said inside those with "according to" by a verb of saying beside a quotation that
    opens their content, where nobody is tagged with it."""
    heads = {found.head for found in tagged}
    more = [inner for found in tagged for inner in _inner(found, tree, layout) if inner.head not in heads]
    return tuple(sorted([*tagged, *more], key=lambda found: found.head))


def _inner(found: Tagged, tree: Tree, layout: Layout) -> Iterator[Tagged]:
    first = found.content[0]
    quotation = layout.around(first.start + 1)
    if (
        not found.cue
        or not found.cue[0].of(layout.text).lower().startswith("according")
        or quotation is None
        or quotation.span.start < first.start
        or quotation.span.end >= first.end
    ):
        return
    stretch = tree.covering(Span(quotation.span.end, first.end))
    for index in range(*stretch):
        subject = tree.child(index, "nsubj")
        phrase = phrase_of(tree, subject if subject is not None and subject >= stretch.first else None)
        verb = Span(tree.tokens[index].start, tree.tokens[index].end)
        if phrase is not None and verb_of(verb.of(layout.text).lower()) is not None:
            source = tree.span(phrase.stretch)
            yield Tagged(verb.start, False, (quotation.span,), (source,), (verb,), found.confidence)
            return
