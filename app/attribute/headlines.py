"""Headlines that quote: `Name: words; Name: words`, `“Words”: Name`, and `Words - Name claims`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.attribute.lexicon import LABELS, verb_of
from app.attribute.quotations import Quotation
from app.attribute.spans import Inside
from app.model.article import Article
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.span import Span

_LONGEST = 200
_COLON = re.compile(r": ?")
_LINK = re.compile(r"\s*(?P<mark>[:—–])\s*")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]+(?=:)")
_DASH = re.compile(r" +[-–—] +(?=[^\s])")
_VERB = re.compile(r" (?P<verb>[a-z]+s)$")
_OWN_WORDS = re.compile(r"(?:I|We|My|Our|No|Yes|I'm|I’m|We're|We’re|Don't|Don’t|Let)\b")


class Headline(NamedTuple):
    """A headline's quote: who, the colon (or dash, or verb), and the words."""

    speaker: Mention
    cue: Span
    content: Span


def headlines(
    article: Article,
    paragraphs: Sequence[Span],
    mentions: Sequence[Mention],
    marked: Sequence[Quotation],
    is_clause: Callable[[Span], bool],
) -> Iterator[Headline]:
    """The quotes of the title and of other short lines, in order.

    A person or an organisation may stand before the colon, and a clause after it ("Marsh: a life in music" is about
    her) or a question; a place only where what follows is plainly speech, since "Kenya: Floods …" names where.
    Capitals before a colon are who speaks only where they come again, as in a transcript: "NAKURU: …" is a dateline.
    """
    text = article.text
    names = [m for m in mentions if m.kind is MentionKind.NAME]
    quoted = Inside([quotation.span for quotation in marked])
    opened = {quotation.span.start: quotation.span for quotation in marked}
    labels = Counter(_label(text, line) for line in paragraphs)
    at = 0
    for line in paragraphs:
        while at < len(names) and names[at].span.start < line.start:
            at += 1
        label = _label(text, line)
        if len(line) <= _LONGEST and not (label and labels[label] == 1):
            here = [name for name in names[at : at + _LONGEST] if line.covers(name.span)]
            for part in _parts(text, line, quoted):
                for headline in _leading(text, part, here):
                    if _speaks(text, headline, quoted, is_clause):
                        yield headline
                yield from _trailing(text, part, here, opened)
                yield from _claimed(text, part, here)


def _label(text: str, line: Span) -> str:
    """What stands in capitals before a colon; empty where nothing does."""
    found = _CAPITALS.match(text, line.start, line.end)
    return found.group() if found else ""


def _parts(text: str, line: Span, quoted: Inside) -> Iterator[Span]:
    """The line cut at semicolons outside quotations, if what follows has a colon too."""
    start = line.start
    for at in range(line.start, line.end):
        if text[at] == ";" and not quoted(at):
            yield from _stripped(text, start, at)
            start = at + 1
    yield from _stripped(text, start, line.end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _leading(text: str, part: Span, names: Sequence[Mention]) -> Iterator[Headline]:
    for name in names:
        colon = _COLON.match(text, name.span.end)
        begins = not text[part.start : name.span.start].strip() or _is_title(text, part, name)
        if part.covers(name.span) and colon and colon.end() < part.end and begins:
            yield Headline(name, Span(name.span.end, name.span.end + 1), Span(colon.end(), part.end))
            return


def _is_title(text: str, part: Span, name: Mention) -> bool:
    """Does nothing but the printed role stand before the name?"""
    return any(not text[part.start : role.span.start].strip() for role in name.roles)


def _speaks(text: str, headline: Headline, quoted: Inside, is_clause: Callable[[Span], bool]) -> bool:
    name, _, content = headline
    if name.surface.lower() in LABELS:
        return False
    if quoted(content.start) or _OWN_WORDS.match(text, content.start) or text[content.end - 1] == "?":
        return True
    may_speak = name.entity_kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
    return may_speak and (quoted.overlaps(content) or is_clause(content))


def _trailing(text: str, part: Span, names: Sequence[Mention], opened: Mapping[int, Span]) -> Iterator[Headline]:
    """`“Words”: Name` at the end of a line."""
    words = opened.get(part.start)
    for name in names:
        if words and name.span.end == part.end and name.entity_kind is not EntityKind.PLACE:
            link = _LINK.fullmatch(text, words.end, name.span.start) if words.end < name.span.start else None
            if link:
                yield Headline(name, Span(*link.span("mark")), words)


def _claimed(text: str, part: Span, names: Sequence[Mention]) -> Iterator[Headline]:
    """`Words - Name claims` as a whole line."""
    last = next((name for name in reversed(names) if name.span.end <= part.end), None)
    if last is None or last.entity_kind is EntityKind.PLACE:
        return
    verb = _VERB.fullmatch(text, last.span.end, part.end)
    if verb is None or verb_of(verb["verb"]) is None:
        return
    starts = {last.span.start, *(role.span.start for role in last.roles)}
    for dash in _DASH.finditer(text, part.start, last.span.end):
        if dash.end() in starts and " " in text[part.start : dash.start()]:
            yield Headline(last, Span(*verb.span("verb")), Span(part.start, dash.start()))
            return
