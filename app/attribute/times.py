"""When something was said: the printed words, and the day where they name one."""

import re
from collections.abc import Iterator

from app.attribute.lexicon import of_kind
from app.attribute.saying import Saying
from app.kit.tables import rows
from app.model.span import Span


def _any(kind: str, *, name: bool = False) -> str:
    """One of the words of a kind; a name with its capital."""
    found = sorted(of_kind("times", kind), key=len, reverse=True)
    return rf"(?-i:{'|'.join(word.capitalize() for word in found)})" if name else rf"(?:{'|'.join(found)})"


_MONTHS = {form: number for number, *forms in rows("app.attribute", "months.tsv") for form in forms}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_NAME})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:, (?P<year>\d{{4}})\b)?", re.I
)
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_NAME})\b\.?(?:,? (?P<year>\d{{4}})\b)?", re.I
)

_MONTH = rf"(?-i:{'|'.join(sorted((form.capitalize() for form in _MONTHS), key=len, reverse=True))})\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d\b"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?few|several|some|many|moments?)"
)
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ABOUT = (
    r"(?:about|around|nearly|almost|exactly|(?:shortly|just|soon|long|well|right|even) (?:before|after)|before|after)"
)
_PERIOD = f"(?:{_any('unit')}|{_any('season')}|{_any('daypart')}|{_any('day', name=True)}|{_MONTH})"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:, {_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?)"
_ZONE = r"(?:[ap]\.m\.|(?:[ap]m|o.clock|GMT|CET|EST|EDT)\b)"
_CLOCK = rf"(?:{_any('clock')}\b|{_HOUR}(?:[:.]\d\d)? ?{_ZONE}|\d{{1,2}}[:.]\d\d\b)"
_CORES = (
    rf"(?:on )?{_any('day', name=True)}(?: {_any('daypart')})?\b",
    rf"(?:on |from )?(?:the )?{_DATE}",
    r"on the \d{1,2}(?:st|nd|rd|th)(?: of [A-Z][a-z]+)?",
    rf"in (?:early |late |mid-?)?(?:{_MONTH}(?:,? {_YEAR})?|{_YEAR}|the {_any('unit')} of {_YEAR})",
    rf"in (?:(?:early|late) )?{_any('season')}(?: {_YEAR})?\b",
    rf"(?:on |in |over |during |at )?(?:this|last|that|the (?:same|previous|following|next)) {_PERIOD}\b"
    rf"(?: {_any('daypart')}\b)?",
    rf"in the (?:early |late )?(?:{_any('daypart')}|small hours|early hours|run-up)\b",
    rf"the (?:{_any('unit')}|{_any('daypart')}) (?:before|after)\b(?! \w)",
    rf"{_COUNT}(?: and a half)?(?: \w+)?? {_any('unit')}s? (?:ago|earlier|later|before|after)\b",
    r"(?:moments|minutes|hours|days|weeks|months|years) (?:ago|earlier|later|before|after)\b",
    rf"(?:{_any('moment')})(?: {_any('daypart')})?\b",
    rf"(?:at|by|from)? ?(?:{_ABOUT} )?{_CLOCK}",
    rf"(?:shortly|just|soon) (?:before|after) {_HOUR}\b",
    rf"(?:at|over|during|on) (?:the weekend|(?:the )?{_any('festival', name=True)})\b",
    r"at night\b|at the time\b|at lunchtime\b|(?:one|the other) day\b|once more\b",
)
_CORE = "|".join(_CORES)
_LEAD = r"(?:(?:as )?(?:late|early|earlier|later|once|first|again) (?:as )?)?"
_WHEN = re.compile(
    rf"\b{_LEAD}(?:{_CORE})(?:,? (?:early |late |earlier |later )?(?:{_CORE}))*|\bearlier\b(?= \Z|\Z)", re.I
)


def times(saying: Saying) -> Iterator[Span]:
    """The printed times among the saying's own words ("late on Tuesday", "in 2019"), prepositions included. What they
    mean is not worked out."""
    for stretch in saying.stretches:
        for match in _WHEN.finditer(saying.text, stretch.start, stretch.end):
            yield _span(match)


def _span(match: re.Match[str]) -> Span:
    words = match.group().rstrip(" ,")
    start = match.start() + len(words) - len(words.lstrip())
    return Span(start, match.start() + len(words))


def said_on(text: str) -> str | None:
    """The day named in the cue's own words, ISO 8601 with an unknown year left out; None where none, or no such day."""
    match = _MONTH_DAY.search(text) or _DAY_MONTH.search(text)
    if match is None:
        return None
    month, day, year = _MONTHS[match["month"].lower()], int(match["day"]), match["year"]
    if not 1 <= day <= 31:
        return None
    return f"{year or '-'}-{int(month):02d}-{day:02d}"
