"""A content that breaks off before a word it needs, carried to the end of that phrase."""

from collections.abc import Sequence

from app.attribute.tree import Tree
from app.model.span import Span

_LEANING = frozenset(["CC", "DT", "IN", "MD", "PDT", "POS", "PRP$", "TO", "WDT", "WP", "WP$"])
_STEPS = 3


def completed(tree: Tree, content: tuple[Span, ...], others: Sequence[Span]) -> tuple[Span, ...]:
    """The content, its last stretch carried on where it ends in a word that leans on the next ("to", "which", "the"):
    to the end of what that word governs or is part of, inside its sentence and unless one of `others` (cue, source) is
    in the way."""
    last = content[-1]
    for _ in range(_STEPS):
        index = tree.at(last.end - 1)
        if index is None or tree.tokens[index].tag not in _LEANING:
            break
        token = tree.tokens[index]
        end = max(tree.range(index).end, tree.range(token.head).end if token.head > index else 0)
        further = Span(last.start, max(tree.tokens[end - 1].end, last.end))
        if further == last or any(further.overlaps(other) and not last.overlaps(other) for other in others):
            break
        last = further
    return (*content[:-1], last)
