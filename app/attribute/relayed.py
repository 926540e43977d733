"""Words that one quotes another as saying: "Helen Marsh quoted Lars Holm as saying that …" are Holm's words."""

import re

from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.model.span import Span

_RELAYING = re.compile(r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$", re.I)
_RELAYED = re.compile(
    r"\s*(?P<who>[^,.;:“”\"]{2,80}?) (?P<cue>as (?:saying|telling|writing|stating|claiming))\s+"
    r"(?:(?:him|her|it|them|us|me)\s+(?=that\b))?(?=\S)"
)
_TRAILING = re.compile(
    r"(?P<who>[^,.;:“”\"]{2,80}?) (?P<cue>as (?:saying|telling|writing|stating|claiming))"
    r"(?: (?:him|her|it|them|us|me))?"
)

_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|been|being|get|gets|got) (?:\w+ )?(?:quoted|cited)\b", re.I)
_SAYING = re.compile(r"(?:as )?(?:saying|telling|writing|stating|claiming)\s+(?=\S)")


def relayed(tagged: Tagged, layout: Layout) -> Tagged:
    """The attribution with the one who is quoted as its source, where whom and "as saying" stand behind its cue and
    lead into its content or begin it."""
    first = tagged.content[0]
    if any(_PASSIVE.search(cue.of(layout.text)) for cue in tagged.cue):
        return _of_subject(tagged, layout)
    if tagged.turn or not tagged.cue or not _RELAYING.search(tagged.cue[-1].of(layout.text)):
        return tagged
    behind = [span for span in tagged.content if span.start >= tagged.cue[-1].end]
    trailing = _TRAILING.fullmatch(layout.text, behind[0].start, behind[0].end) if behind else None
    if trailing and first.end <= tagged.cue[0].start:
        return tagged._replace(
            source=(Span(*trailing.span("who")),),
            cue=(*tagged.cue, Span(*trailing.span("cue"))),
            content=tuple(span for span in tagged.content if span != behind[0]),
        )
    found = _RELAYED.match(layout.text, tagged.cue[-1].end, first.end)
    if found is None or not first.start < found.end() < first.end:
        return tagged
    return tagged._replace(
        source=(Span(*found.span("who")),),
        cue=(*tagged.cue, Span(*found.span("cue"))),
        content=(Span(found.end(), first.end), *tagged.content[1:]),
    )


def _of_subject(tagged: Tagged, layout: Layout) -> Tagged:
    """The same for "Lars Holm was quoted as saying that …", where whom stands before the cue."""
    before = [span for span in tagged.content if span.end <= tagged.cue[0].start]
    after = [span for span in tagged.content if span.start >= tagged.cue[-1].end]
    saying = _SAYING.match(layout.text, after[0].start, after[0].end) if after else None
    if not before or saying is None or saying.end() >= after[0].end:
        return tagged
    return tagged._replace(source=tuple(before), content=(Span(saying.end(), after[0].end), *after[1:]))
