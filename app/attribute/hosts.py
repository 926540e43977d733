"""The clauses that a cue is set into or hangs on, without what is the cue's own or another's."""

from collections.abc import Iterator

from app.attribute.lexicon import verbs
from app.attribute.tree import SUBJECTS, Range, Tree

_VERBS = ("VERB", "AUX")
_AGAINST = ("while", "whereas", "although")


def own_part(tree: Tree, head: int, stretch: Range) -> Range:
    """The stretch up to ", while Ola Berg said …": what is set against it is another's."""
    for index in range(stretch.first + 1, stretch.end - 1):
        token = tree.tokens[index]
        if token.text.lower() in _AGAINST and tree.tokens[index - 1].text == "," and token.dep == "mark":
            verb = token.head
            if verb != head and tree.tokens[verb].lemma in verbs() and tree.child(verb, *SUBJECTS) is not None:
                return Range(stretch.first, index - 1)
    return stretch


def host(tree: Tree, head: int) -> tuple[Range, ...]:
    """The clause that "according to …" hangs on, without it."""
    clause = tree.tokens[head].head
    while tree.tokens[clause].pos not in _VERBS and tree.tokens[clause].head != clause:
        clause = tree.tokens[clause].head
    own = (own_part(tree, head, part) for part in _without(tree.range(clause), tree.range(head)))
    return tuple(part for part in own if part.first < part.end) if clause != head else ()


def around(tree: Tree, head: int) -> tuple[Range, ...]:
    """The clause that "…, she said, …" or "as she said" is set into or put after."""
    token = tree.tokens[head]
    if token.dep not in ("parataxis", "ccomp", "advcl", "conj", "dep") or tree.child(head, *SUBJECTS) is None:
        return ()
    if token.dep == "advcl" and not any(
        tree.tokens[m].text.lower() == "as" for m in tree.children(head, "mark", "advmod")
    ):
        return ()
    own, whole = tree.range(head), tree.range(token.head)
    if tree.tokens[token.head].pos not in _VERBS or not _set_off(tree, own):
        return ()
    return tuple(_without(whole, own))


def _set_off(tree: Tree, stretch: Range) -> bool:
    """Does a comma, dash or quotation mark stand right before or after the stretch, or begin or end it?"""
    edges = (stretch.first - 1, stretch.first, stretch.end - 1, stretch.end)
    return any(0 <= i < len(tree.tokens) and tree.tokens[i].text in (",", "—", "–", '"', "”", "“") for i in edges)


def _without(whole: Range, part: Range) -> Iterator[Range]:
    if whole.first < part.first:
        yield Range(whole.first, min(part.first, whole.end))
    if part.end < whole.end:
        yield Range(max(part.end, whole.first), whole.end)
