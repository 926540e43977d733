"""Time marks in a page's elements: what says of a block when it was written, in an attribute or in a short text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from lxml.html import HtmlElement

from app.model.article import Precision, Published
from app.normalise.moments import HALF, clock_only, clock_time, find_time
from app.normalise.words import tidy

_NAMED = re.compile(r"time|date|stamp|publish|creat|epoch|sort", re.I)
_CHANGED = re.compile(r"updat|modif|edit", re.I)
_EPOCH = re.compile(r"(?:[1-3]\d{9})(?:\d{3})?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*(?: ?[+-]\d\d:?\d\d)?")
_DIGIT = re.compile(r"\s*+\D{0,40}+\d")
_LONGEST = 48
_CLOCK = rf"(?:[01]?\d|2[0-4])\s?[:.h]\s?[0-5]\d(?:\s?(?:{HALF}))?"
_CLOCKED = re.compile(r"\d\s?[:.h]\s?[0-5]\d", re.I)
"""What no clock time is without."""

_DAY = r"(?:[0-3]?\d\.?\s?[^\W\d]{3,10}|[^\W\d]{3,10}\.?\s[0-3]?\d)\.?"
_SET = re.compile(
    rf"(?:[^\W\d]{{1,12}}[\s:]*){{0,2}}\(?({_CLOCK})(?:\s?\(?[^\W\d]{{1,5}}\.?\)?)?(?:[\s,·|–-]+{_DAY})?\)?", re.I
)
"""A clock time as readers see it: "Posted at 15:32", "(14:32 GMT)", "15.32 Uhr", "21:14 (IST) 3 Mar"."""
_LEADING = re.compile(rf"({_CLOCK})(?:\s(?:Uhr|h|[A-Z]{{2,4}}))?\s*[–—:|·-]\s+(?=\S)", re.I)
_WRITTEN = ("datePublished", "dateCreated")
_LED = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "strong", "b"))


def mark_of(element: HtmlElement) -> Published | None:
    """The time that `element` itself states: an attribute, or a text that is a clock time and little else. A bare date
    is none: it marks articles, not the updates of a day; and what a link says is about where it leads."""
    tells, raw = any(map(_may_tell, element.keys())), element.text
    if not tells and not raw and not len(element):
        return None
    if element.tag == "a" and "#" not in element.get("href", "#"):
        return None
    return (_attribute(element) if tells else None) or _text(element, raw or "")


def published_of(elements: Iterator[HtmlElement]) -> Published | None:
    """The time of a block: of its marks the one that tells most, those of changes last."""
    marked = [(element, mark) for element in elements if (mark := mark_of(element))]
    ranked = sorted(marked, key=lambda pair: (_tells(pair[1]), names_change(pair[0])))
    return ranked[0][1] if ranked else None


def without_mark(line: str) -> str:
    """`line` without the clock time that leads it ("14:05 – Rain stops play")."""
    return line[match.end() :] if (match := _LEADING.match(line)) else line


def _tells(mark: Published) -> int:
    return 0 if mark.instant else 1 if mark.local else 2


def names_change(element: HtmlElement) -> bool:
    """Whether class or property call what an element says a change's ("updated", "dateModified")."""
    return _CHANGED.search(f"{element.get('class', '')} {element.get('itemprop', '')}") is not None


def _attribute(element: HtmlElement) -> Published | None:
    offers = [
        (bool(_CHANGED.search(name)), name, value.strip())
        for name, value in element.items()
        if _may_tell(name) and (name != "content" or element.get("itemprop") in _WRITTEN)
    ]
    return next((time for _, name, value in sorted(offers) if (time := _stated(value, f"html:{name}"))), None)


@lru_cache(maxsize=4096)
def _may_tell(name: str) -> bool:
    """Whether an attribute of that name may state a time."""
    if name in ("datetime", "title", "content"):
        return True
    return (name.startswith("data-") or "time" in name) and bool(_NAMED.search(name))


def _stated(value: str, origin: str) -> Published | None:
    if _EPOCH.fullmatch(value):
        seconds = int(value) / (1000 if len(value) > 10 else 1)
        instant = datetime.fromtimestamp(seconds, UTC)
        return Published(raw=value, origin=origin, precision=Precision.SECOND, instant=instant)
    found = find_time(value, origin) if _ISO.fullmatch(value) else None
    return found.published if found else None


def _text(element: HtmlElement, raw: str) -> Published | None:
    if (not raw or raw.isspace()) and len(element) == 1:
        raw = element[0].tail or ""  # behind an icon
    if not _DIGIT.match(raw):
        return None
    text = tidy(raw)
    if len(text) > _LONGEST:
        return _leading(element, text)
    return _clock(text) or _dated(text) or _leading(element, text)


def _clock(text: str) -> Published | None:
    match = _SET.fullmatch(text) if _CLOCKED.search(text) else None
    clock = clock_time(match[1]) if match else None
    return Published(raw=text, origin="text", precision=Precision.CLOCK, clock=clock) if clock else None


def _dated(text: str) -> Published | None:
    """A date with its clock time, where nothing but a word or two stands beside it ("Posted 2 March 2024 22:17")."""
    found = find_time(text)
    if found and found.published.precision is Precision.DAY and (clock := re.search(_CLOCK, text[: found.start])):
        turned = find_time(f"{found.published.raw} {text[clock.start() : found.start]}")  # "3:32 p.m. ET, May 4, 2031"
        told = turned is not None and turned.published.precision is not Precision.DAY
        return replace(turned.published, raw=text) if turned and told else None
    if not found or found.published.precision is Precision.DAY:
        return None
    return found.published if len(text) - (found.end - found.start) <= 16 else None


def _leading(element: HtmlElement, text: str) -> Published | None:
    match = _LEADING.match(text) if element.tag in _LED else None
    return clock_only(match[1]) if match else None
