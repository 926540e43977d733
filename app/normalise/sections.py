"""A page's news lines in sections: what heads them, what signs or dates them, what they say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.normalise.bylines import Byline
from app.normalise.lines import Line, LineKind
from app.normalise.tables import wording

# How a sentence begins and a headline hardly ever: with an article, a pronoun or a preposition of time.
_OPENER = re.compile(rf"(?:{wording('opener')})\b", re.I)
_SENTENCE_AT_LEAST = 8


@dataclass(slots=True)
class Section:
    """A headed run of paragraphs."""

    heading: Line | None
    header: Byline | None = None
    body: list[Line] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(line.words for line in self.body)


def sections_of(lines: Iterable[Line]) -> list[Section]:
    """The sections in order. Of several short lines before a paragraph the last heads it; earlier ones are dropped,
    but for those that read as sentences or follow a colon, which end the section before."""
    sections: list[Section] = []
    waiting: list[Line] = []
    header: Byline | None = None
    for line in lines:
        if line.kind is LineKind.HEADER:
            header = header or line.byline
        elif line.kind is LineKind.SHORT:
            waiting.append(line)
        elif line.kind is LineKind.PROSE:
            if waiting or not sections:
                heading = waiting[-1] if waiting and waiting[-1].may_head else None
                if sections:
                    sections[-1].body += _belated(sections[-1], waiting[:-1] if heading else waiting)
                sections.append(Section(heading, header))
                header = None
            waiting = []
            sections[-1].body.append(line)
    if sections:
        sections[-1].body += _belated(sections[-1], waiting)
    return sections


def _belated(section: Section, waiting: list[Line]) -> list[Line]:
    """The short lines that still belong to the section."""
    announced = section.body[-1].text.endswith((":", "："))
    return [line for line in waiting if announced or _reads_as_sentence(line)]


def _reads_as_sentence(line: Line) -> bool:
    return line.closed or (line.words >= _SENTENCE_AT_LEAST and bool(_OPENER.match(line.text)))
