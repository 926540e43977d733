"""What is a saying and what only looks like one: thoughts and plans, set phrases, labels before a colon."""

import re
from functools import cache

from app.attribute.layout import Layout
from app.attribute.lexicon import LABELS, is_speech, is_thought
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.quote import Quote, QuoteKind

_WORD = re.compile(r"\w+")
_AROUND = 30
_FEW = 3


def is_saying(quote: Quote, layout: Layout) -> bool:
    """Is something said here? Words in quotation marks are.

    Without any, the cue must be no word of thinking and no set phrase, and a colon or dash must stand after somebody:
    "Kenya: Floods close roads" and "Analysis: …" name where and what, not who.
    """
    if quote.cue is None or quote.kind is not QuoteKind.INDIRECT:
        return True
    cue = [word.lower() for word in _WORD.findall(quote.cue.text)]
    if not cue:
        return not _is_label(quote)
    thought = any(map(is_thought, cue)) and not any(map(is_speech, cue))
    return not thought and not _is_idiom(quote, layout) and not _runs_into_source(quote, layout)


def _is_label(quote: Quote) -> bool:
    speaker = quote.speaker
    if speaker is None:
        return True
    is_place = speaker.mention is not None and speaker.mention.entity_kind is EntityKind.PLACE
    return is_place or speaker.text.lower() in LABELS


def _runs_into_source(quote: Quote, layout: Layout) -> bool:
    """Do a few words before a source belong to its phrase ("*Nobody in* Kiev asked")? A comma parts what is said."""
    for source in quote.speaker.spans if quote.speaker else ():
        for span in quote.content:
            beside = span.end <= source.start and not layout.text[span.end : source.start].strip(" \xa0")
            short = len(_WORD.findall(span.of(layout.text))) <= _FEW
            within = span.overlaps(source) and span.end <= source.end
            if short and (beside or within):
                return True
    return False


def _is_idiom(quote: Quote, layout: Layout) -> bool:
    """Does the cue stand in a set phrase?"""
    assert quote.cue is not None
    first, last = quote.cue.spans[0], quote.cue.spans[-1]
    start = max(0, first.start - _AROUND)
    found = _idioms().finditer(layout.text, start, last.end + _AROUND)
    return any(match.start() < last.end and first.start < match.end() for match in found)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('app.attribute', 'idioms.txt')))})\b", re.I)
