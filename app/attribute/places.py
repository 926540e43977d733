"""Where something was said: the place, the occasion or the medium, as printed."""

from collections.abc import Iterator, Sequence

from app.attribute.lexicon import OCCASIONS, UNPLACED
from app.attribute.saying import Saying
from app.attribute.spans import cut
from app.model.span import Span

_ALWAYS = frozenset(["outside", "inside", "aboard", "near", "during", "via", "beside", "alongside"])
_OCCASIONAL = frozenset(["in", "at", "on", "over", "by", "from", "via", "through", "under", "before", "after"])
_LOCAL = frozenset(["in", "at", "from"])
_BARE = frozenset(["by", "under"])
_NAMES = ("compound", "nmod", "appos", "nummod")


def where(saying: Saying, taken: Sequence[Span]) -> Span | None:
    """The place, occasion or medium of the saying as printed ("at a rally in Torvik"), with its preposition.

    It is the first among the saying's own words, phrases that follow each other as one. `taken`, the times and the
    addressee, is no part of it.
    """
    found: Span | None = None
    for span in _phrases(saying, taken):
        if found is None:
            found = span
        elif found.end <= span.start and not saying.text[found.end : span.start].strip():
            found = Span(found.start, span.end)
    return found


def _phrases(saying: Saying, taken: Sequence[Span]) -> Iterator[Span]:
    own = frozenset(saying.own)
    reached = -1
    for index in saying.own:
        if index > reached and saying.tree.tokens[index].pos in ("ADP", "SCONJ") and _is_place(saying, index):
            stretch = saying.tree.range(index)
            end = next((at for at in range(index, stretch.end) if at not in own), stretch.end)
            whole = Span(saying.tree.tokens[index].start, saying.tree.tokens[end - 1].end)
            reached = end - 1
            if any(span.start <= whole.start < span.end for span in taken):
                continue
            yield _without(saying, whole, taken)


def _is_place(saying: Saying, preposition: int) -> bool:
    word = saying.word(preposition)
    noun = saying.tree.child(preposition, "pobj")
    if noun is None or noun not in saying.own:
        return False
    token, lemma = saying.tree.tokens[noun], saying.lemma(noun)
    if token.pos not in ("NOUN", "PROPN", "NUM") or lemma in UNPLACED or token.text.lower() in UNPLACED:
        return False
    determined = saying.tree.child(noun, "det", "poss") is not None
    if lemma in OCCASIONS and word in _OCCASIONAL:
        return not (word in _BARE and determined)
    named = token.pos == "PROPN" or any(
        saying.tree.tokens[child].pos == "PROPN" for child in saying.tree.children(noun, *_NAMES)
    )
    if word in _ALWAYS:
        return True
    if word == "on":
        return named and token.pos == "PROPN" and preposition > saying.head
    loose = word == "from" and (saying.is_noun or saying.is_source(saying.tree.tokens[preposition].head))
    return word in _LOCAL and (named or determined) and not loose


def _without(saying: Saying, phrase: Span, taken: Sequence[Span]) -> Span:
    """The phrase up to the first time or addressee in it; whole where that leaves no noun ("in Monday's bulletin")."""
    first = next(cut([phrase], sorted(taken)), phrase)
    stretch = saying.tree.covering(first)
    tokens = saying.tree.tokens[stretch.first : stretch.end]
    while tokens and tokens[-1].pos in ("ADP", "DET", "PUNCT", "SCONJ", "CCONJ"):
        tokens = tokens[:-1]
    return Span(phrase.start, tokens[-1].end if tokens and first.start == phrase.start else phrase.end)
