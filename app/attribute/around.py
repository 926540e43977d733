"""Within whose words a source stands: sayings inside sayings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.attribute.phrases import Phrase
from app.attribute.tree import Tree
from app.model.span import Span


class Saying(NamedTuple):
    """A tagged source, as a phrase, with the contents that it utters."""

    source: Phrase
    content: tuple[Span, ...]


def around(tree: Tree, sayings: Sequence[Saying]) -> Mapping[int, Sequence[Phrase]]:
    """For the head of each source the sources in whose contents it stands, the innermost first.

    One sweep over the contents in order: time grows with the sayings and how deep they nest.
    """
    contents = sorted((span.start, -span.end, saying.source) for saying in sayings for span in saying.content)
    sources = sorted((tree.span(saying.source.stretch), saying.source) for saying in sayings)
    result: dict[int, list[Phrase]] = defaultdict(list)
    opened: list[tuple[int, Phrase]] = []
    at = 0
    for span, source in sources:
        while at < len(contents) and contents[at][0] <= span.start:
            opened.append((-contents[at][1], contents[at][2]))
            at += 1
        opened = [(end, outer) for end, outer in opened if end > span.start]
        if source.head not in result:
            result[source.head] = [o for end, o in reversed(opened) if end >= span.end and o.head != source.head]
    return result
