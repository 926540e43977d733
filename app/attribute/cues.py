"""The cue of an attribution: its words, its lemma, and what it says was done with the words."""

from collections.abc import Iterator

from app.attribute.decoding import Tagged
from app.attribute.facets import Facets
from app.attribute.lexicon import class_of
from app.attribute.saying import Saying
from app.attribute.spans import cut
from app.model.quote import Cue
from app.model.span import Span, surface

_EDGES = " ,\n\t\xa0"
_MODIFIERS = ("prep", "prt")


def cue_of(text: str, tagged: Tagged, saying: Saying | None, said: Facets) -> Cue:
    """The cue without the words for when and where. Its lemma is that of its head ("had not said": say)."""
    taken = sorted(span for span in (said.when, said.where) if span)
    spans = tuple(_trimmed(text, cut(tagged.cue, taken))) or tagged.cue
    if saying is None:
        lemma = spans[0].of(text).lower()
        return Cue(spans=spans, text=surface(text, spans), lemma=lemma, kind=class_of(lemma))
    lemma = saying.lemma(saying.head)
    if lemma == "accord" or saying.word(saying.head) == "according":
        lemma = "according to"
    kind = class_of(lemma, tuple(_company(saying)), noun=saying.is_noun)
    return Cue(spans=spans, text=surface(text, spans), lemma=lemma, kind=kind)


def _company(saying: Saying) -> Iterator[str]:
    """The words that may go with the cue's verb (see cues.tsv), those that decide most first."""
    tree, head = saying.tree, saying.head
    if saying.is_noun:
        yield saying.lemma(tree.tokens[head].head)
        return
    said = saying.content[-1].of(saying.text).rstrip("\"'”’»“ ")
    if said.endswith("?"):
        yield "?"
    first = saying.content[0].of(saying.text).split(maxsplit=1)[0].lower()
    yield first
    if first not in ("whether", "how", "what", "when", "where", "why", "who", "if") and _has_infinitive(saying):
        yield "to"
    yield from (saying.word(index) for index in saying.words if index > head)
    for child in tree.children(head, *_MODIFIERS):
        if child == head + 1 or tree.tokens[child].dep == "prt":
            yield saying.word(child)
    yield from (
        saying.lemma(child) for child in tree.children(head, "dobj", "xcomp", "acomp", "advmod") if child > head
    )


def _has_infinitive(saying: Saying) -> bool:
    """Is what was said, or its end, an infinitive: "to leave", "residents to leave"?"""
    tree = saying.tree
    for clause in tree.children(saying.head, "xcomp", "ccomp", "advcl", "acl", "relcl"):
        marks = (mark for mark in tree.children(clause, "aux") if saying.word(mark) == "to")
        if any(mark > saying.head and saying.is_said(mark) for mark in marks):
            return True
    return False


def _trimmed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip(_EDGES))
        end = span.end - (len(words) - len(words.rstrip(_EDGES)))
        if start < end:
            yield Span(start, end)
