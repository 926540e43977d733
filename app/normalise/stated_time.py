"""Times that metadata or a container states: our own shapes first, dateparser for what is left."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import dateparser

from app.model.article import Precision, Published
from app.normalise.moments import find_time

_LIKE_A_DATE = re.compile(r"^(?=.*\b(?:19|20)\d\d\b)(?=.*\b[0-3]?\d\b)(?=.*[^\W\d_]{3})[\w\s.,:/'’()+-]{8,60}$")
_SETTINGS = {"REQUIRE_PARTS": ["day", "month", "year"]}
_ZONED = re.compile(r"(?:[+-]\d\d:?\d\d|\b(?:GMT|UTC|Z))\)?$")
"""A zone with one reading: dateparser knows many more abbreviations than have one."""
_BASIC = re.compile(
    r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?", re.I
)
"""The basic format of ISO 8601, also without its T."""
_SHORT_YEAR = re.compile(r"((?:[^\W\d_]{2,4}\.?,\s)?[0-3]?\d\s[^\W\d_]{3}\s)(\d\d)(?=\s\d\d:\d\d)")
"""RFC 822 up to the clock; the century by RFC 2822, 4.3."""
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,9})?")
"""Seconds of 2001 to 2033, or milliseconds."""


def stated_time(string: str, origin: str) -> Published | None:
    """The time that a whole string states; None where it is no date or could be read two ways.

    dateparser is asked only for strings that look like a written-out date, for it reads dates into almost anything.
    """
    string = " ".join(string[:200].split())
    if _EPOCH.fullmatch(string):
        seconds = float(string) / (1 if float(string) < 1e10 else 1000)
        moment = datetime.fromtimestamp(seconds, UTC)
        return Published(raw=string, origin=origin, precision=Precision.SECOND, instant=moment)
    spelled = _spelled_out(string)
    found = find_time(spelled, origin)
    if found:
        return found.published if spelled == string else replace(found.published, raw=string)
    return _written_out(string, origin) if _LIKE_A_DATE.match(string) else None


def _spelled_out(string: str) -> str:
    if basic := _BASIC.fullmatch(string):
        year, month, day, hour, minute, second, zone = basic.groups()
        clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        return f"{year}-{month}-{day}{clock}"
    return _SHORT_YEAR.sub(lambda short: f"{short[1]}{'20' if short[2] < '50' else '19'}{short[2]}", string, count=1)


def _written_out(string: str, origin: str) -> Published | None:
    try:
        moment = dateparser.parse(string, settings=_SETTINGS)
    except Exception:  # dateparser lets the errors of its locale data through
        return None
    if moment is None:
        return None
    has_clock = re.search(r"\d[:.h]\d\d", string) is not None
    precision = Precision.MINUTE if has_clock else Precision.DAY
    if moment.tzinfo is not None and has_clock and _ZONED.search(string):
        return Published(raw=string, origin=origin, precision=precision, instant=moment)
    moment = moment.replace(tzinfo=None)
    local = moment if has_clock else moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return Published(raw=string, origin=origin, precision=precision, local=local)
