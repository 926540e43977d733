"""Within whose words a source stands: sayings inside sayings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.attribute.phrases import Phrase
from app.attribute.tree import Tree
from app.model.span import Span


class Saying(NamedTuple):
    """A tagged source, as a phrase, with the contents that it utters."""

    source: Phrase
    content: tuple[Span, ...]


class Setting(NamedTuple):
    """What is known of a text besides its parse: what is said in it, for every token whether it stands in a quotation,
    where paragraphs begin."""

    sayings: Sequence[Saying]
    quoted: Sequence[int]
    lines: Sequence[Span]


def around(tree: Tree, sayings: Sequence[Saying]) -> Mapping[int, Sequence[Phrase]]:
    """For the head of each source the sources in whose contents it stands, the innermost first.

    One sweep over the contents in order: time grows with the sayings and how deep they nest.
    """
    contents = sorted((span.start, -span.end, saying.source) for saying in sayings for span in saying.content)
    sources = sorted((tree.span(saying.source.stretch), saying.source) for saying in sayings)
    result: dict[int, Sequence[Phrase]] = {}
    opened: list[tuple[int, Phrase]] = []
    at = 0
    for span, source in sources:
        while at < len(contents) and contents[at][0] <= span.start:
            opened.append((-contents[at][1], contents[at][2]))
            at += 1
        opened = [(end, outer) for end, outer in opened if end > span.start]
        inside = [outer for end, outer in reversed(opened) if end >= span.end and outer.head != source.head]
        result.setdefault(source.head, inside)
    return result
