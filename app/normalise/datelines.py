"""Datelines: where and when an item was written and which agency sent it, in the words before its first sentence.

The shapes are those that agencies use ("KYIV, Ukraine (AP) —", "PARIS, 7 mars (AFP) -", "МОСКВА, 7 марта. /ТАСС/.",
"(ANSA) - ROMA, 07 MAR -"); a dateline without an agency has its places in capitals ("LONDON — ").
"""

import re
from collections.abc import Sequence

from app.model.article import Dateline
from app.normalise.agencies import agencies_in
from app.normalise.authors import said_by
from app.normalise.tables import rows, wording

_MONTH = "|".join(sorted((re.escape(name) for _, names in rows("months.tsv") for name in names.split()), key=len)[::-1])
_YEAR = r"(?:,?\s(?:19|20)\d\d)?"
_DAY = rf"(?P<day>(?:(?:{_MONTH})\b\.?\s\d{{1,2}}|\d{{1,2}}\.?\s(?:de\s)?(?:{_MONTH})\b\.?){_YEAR})"
_WORD = r"[^\W\d_][\w.'’-]*"
_PLACES = rf"(?P<places>{_WORD}(?:(?:,\s|\s?/\s?|\s){_WORD}){{0,7}}?)"
_DASH = r"(?:[-–—]{1,2})"
_AGENCY = r"(?P<agency>[^\W\d_][^()\n]{1,40}?)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"{_PLACES}(?:[.,]?\s{_DAY})?[.,]?\s?\({_AGENCY}\)(?:\s?\.?\s?{_DASH}|\s?:|\.|)(?=\s)",
        rf"{_PLACES}(?:,\s{_DAY})?\.?\s/{_AGENCY}/\.?(?=\s)",
        rf"\({_AGENCY}\)\s{_DASH}\s{_PLACES}(?:,\s{_DAY})?\s{_DASH}(?=\s)",
        rf"{_PLACES}(?:,\s{_DAY})?\s{_DASH}\s{_AGENCY}\.(?=\s)",
    )
)
_CAPITALS = re.compile(rf"{_PLACES}(?:[.,]?\s(?i:{_DAY}))?[.,]?\s{_DASH}(?=\s)")
_ENDING = re.compile(r"(?<=\s)[^\W\d_a-z][^\W\d_a-z.'’-]+(?:(?:,\s|\s?/\s?|\s)[^\W\d_a-z][\w.'’-]+)*$")
_KICKER = re.compile(rf"(?:{wording('kicker')})\b", re.I)
_LONGEST = 120
_FIRST = 3


def dateline_of(paragraphs: Sequence[str]) -> Dateline | None:
    """The dateline that one of the first three paragraphs begins with: a standfirst may stand above it."""
    openings = ((_opening(paragraph), paragraph) for paragraph in paragraphs[:_FIRST])
    return next((found for found, paragraph in openings if found and _is_written(found, paragraph, paragraphs)), None)


def _opening(paragraph: str) -> Dateline | None:
    start = paragraph[:_LONGEST]
    for shape in _SHAPES:
        match = shape.match(start)
        named = agencies_in([match["agency"]]) if match else ()
        if match and named and _are_places(match["places"]):
            return _dateline(match, named[0])
    match = _CAPITALS.match(start)
    return _dateline(match, None) if match and _is_set_apart(match, start) else None


def _is_set_apart(match: re.Match[str], start: str) -> bool:
    """Whether the first place stands in capitals, is no label ("BREAKING"), and a sentence begins behind the dash."""
    first = _first_of(match["places"])
    after = start[match.end() :].lstrip(" \"'“‘«„")
    is_label = _KICKER.match(first) or any(map(str.isdigit, first))
    return len(first) > 2 and first.isupper() and not is_label and not after[:1].islower()


def _is_written(dateline: Dateline, paragraph: str, paragraphs: Sequence[str]) -> bool:
    """Whether a place in capitals without an agency is one: what the text itself writes so is a name ("NATO")."""
    first = re.compile(rf"(?<!\w){re.escape(_first_of(dateline.places[0]))}(?!\w)")
    texts = (paragraph[len(dateline.text) :], *(other for other in paragraphs if other is not paragraph))
    return dateline.agency is not None or not any(map(first.search, texts))


def _first_of(places: str) -> str:
    return re.split(r"[,/]", places, maxsplit=1)[0]


def _dateline(match: re.Match[str], agency: str | None) -> Dateline | None:
    """What a match says; None where names stand before its place, and no capitals tell the two apart."""
    named = match["places"]
    signed = said_by(named)
    if signed is not None:
        capitals = _ENDING.search(signed)
        named = capitals.group() if capitals else ""
    places = tuple(place.strip() for place in named.split("/"))
    day = match["day"]
    if not places[0]:
        return None
    return Dateline(text=match.group(), places=places, day=day.rstrip(".") if day else None, agency=agency)


def _are_places(places: str) -> bool:
    """Whether the words begin as names do; "de", "of" and their like may stand between."""
    words = [word for word in re.split(r"[\s/-]+", places) if word]
    named = sum(not word[0].islower() for word in words)
    return not words[0][0].islower() and named >= 0.6 * len(words)
