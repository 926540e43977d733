"""Times of publication as pages print them, in the common shapes and a score of languages.

What is not printed is not guessed: no zone where none is named, no date where only a clock time stands, nothing for a
numeric date that could be read two ways ("04/05/2023").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from app.model.article import Precision, Published
from app.normalise.tables import rows, wording

_MONTHS = {name: int(number) for number, names in rows("months.tsv") for name in names.split()}
_ZONES = {name: timezone(timedelta(minutes=int(minutes))) for name, minutes in rows("zones.tsv")}
_MONTH = r"(?P<month>" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + r")\b\.?"
_ZONE = r"(?P<zone>Z\b|(?:\(?(?:GMT|UTC)\s?)?[+−-]\d{1,2}(?::?\d{2})?\b\)?|\(?(?:" + "|".join(_ZONES) + r")\b\)?)"
_PM = re.compile(rf"{wording('pm', 'halfpm')}|p", re.I)
HALF = wording("halfam", "halfpm")
"""What stands behind an hour and says which half of the day it is in ("p. m."), without a group."""

_CLOCK = (
    rf"(?:(?P<led>{wording('am', 'pm')})\s?)?"
    r"(?P<hour>2[0-4]|[01]?\d)(?!\d)(?:\s?(?:[:.h時点]|시)\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,](?P<part>\d{1,9}))?)?)?"
    rf"\s?[分분]?(?:\s?(?P<half>{HALF}|(?<=:\d\d)[ap]\b))?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_DATES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b{_YEAR}-(?P<number>[01]?\d)-{_DAY}(?!\d)",
        rf"\b{_YEAR}\s?(?P<mark>[/.年])\s?(?P<number>[01]?\d)\s?(?:(?P=mark)|月)\s?{_DAY}(?!\d)(?:\s?日|\.(?=\s))?",
        rf"\b{_YEAR}년\s?(?P<number>[01]?\d)월\s?{_DAY}일",
        rf"(?<![\d.]){_DAY}\.\s?(?P<number>[01]?\d)\.\s?{_YEAR}\b",
        rf"(?<![\d/])(?<!\d-){_DAY}(?P<mark>[/-])(?P<number>[0-3]?\d)(?P=mark){_YEAR}\b",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:de\s|of\s)?{_MONTH},?[\s-]*(?:del?\s)?{_YEAR}(?!\d)",
        rf"(?<![^\W\d_]){_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?:,\s?|\s){_YEAR}",
        # glued to the name before it, as crude dumps do: "Jane RoeApril 18, 2023"
        rf"(?<=[a-z])(?P<month>(?-i:Jan|Febr|[A-Z][a-z]{{2,7}})(?:uary|ber)?)\s{_DAY},\s{_YEAR}",
    )
)
_UNTIL = rf"(?:{wording('time')}|[,;|•·–—-]|\(\w+\))"
_HOURS = rf"(?:{wording('hours')})?"
_AFTER = re.compile(rf"(?:\s*{_UNTIL})*\s*{_CLOCK}\s*{_HOURS}\s*{_ZONE}?", re.I)
_SINCE = r"(?:on|am|[,;|•·–—-]|[^\W\d_]{3,9},)"
_BEFORE = re.compile(rf"(?<![\d:.]){_CLOCK}\s*{_HOURS}\s*{_ZONE}?(?:\s*{_SINCE})*\s*$", re.I)
_WHOLE_CLOCK = re.compile(rf"{_CLOCK}\s*{_HOURS}", re.I)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
_NUMERIC = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/(?:19|20)\d\d")
_NUMERIC_24 = re.compile(r"(?<![\d/])[0-3]?\d/[0-3]?\d/(?:19|20)\d\d[ ,–-]{1,3}(?:1[3-9]|2[0-3]):\d\d")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
"""What no shape of a date is without."""

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Found:
    """A time of publication and where in the line it stands (half-open code points)."""

    published: Published
    start: int
    end: int


def find_time(line: str, origin: str = "text", day_first: bool = False) -> Found | None:
    """The first date in `line`, with the clock time and zone beside it. None for lines over 400 characters.

    `day_first`: a numeric date that could be read two ways is day, month, year; else it is none.
    """
    if len(line) > _LONGEST or not _ANY_YEAR.search(line):
        return None
    for match in _dates(line):
        day = _day(match, day_first)
        if day is not None:
            return _with_clock(line, match, day, origin)
    return None


def _dates(line: str) -> Iterator[re.Match[str]]:
    """What has the shape of a date, in order; one that begins the line as ISO 8601 has it, before others are sought."""
    if iso := _DATES[0].match(line):
        yield iso
    matches = (match for shape in _DATES for match in shape.finditer(line))
    yield from sorted(matches, key=lambda match: (match.start(), -match.end()))


def puts_day_first(text: str, language: str | None) -> bool:
    """Whether the numeric dates of `text` are day, month, year: as those that can be read in one way only show, or a
    clock of 24 hours beside one (where the month comes first clocks have twelve), and else as every language but
    English has it (Unicode CLDR 45; a language unknown tells nothing)."""
    pairs = [(int(day), int(month)) for day, month in _NUMERIC.findall(text)]
    day_first = any(day > 12 for day, _ in pairs) or bool(_NUMERIC_24.search(text))
    month_first = any(month > 12 for _, month in pairs)
    return day_first if day_first != month_first else language not in (None, "en")


def clock_time(line: str) -> time | None:
    """The time of day, where `line` is nothing else ("5:15 AM", "17:40", "9 p.m.")."""
    match = _WHOLE_CLOCK.fullmatch(line.strip()) if len(line) < 24 else None
    return _time(match) if match else None


def clock_only(line: str, origin: str = "text") -> Published | None:
    """A publication time that consists of a clock time alone."""
    clock = clock_time(line)
    return Published(raw=line.strip(), origin=origin, precision=Precision.CLOCK, clock=clock) if clock else None


def _day(match: re.Match[str], day_first: bool) -> date | None:
    parts = match.groupdict()
    number = _MONTHS.get(parts["month"].lower(), 0) if parts.get("month") else int(parts["number"])
    day = int(parts["day"])
    if parts.get("mark") in ("/", "-") and match.group().endswith(parts["year"]) and day != number:
        if day <= 12 and number <= 12 and not day_first:
            return None
        day, number = (number, day) if number > 12 else (day, number)
    try:
        return date(int(parts["year"]), number, day)
    except ValueError:
        return None


def _with_clock(line: str, match: re.Match[str], day: date, origin: str) -> Found:
    after = _AFTER.match(line, match.end())
    if after and (clock := _time(after)):
        return Found(
            _published(line[match.start() : after.end()], origin, day, clock, after), match.start(), after.end()
        )
    before = _BEFORE.search(line, 0, match.start())
    if before and (clock := _time(before)):
        raw = line[before.start() : match.end()]
        return Found(_published(raw, origin, day, clock, before), before.start(), match.end())
    local = datetime.combine(day, time())
    published = Published(raw=match.group().strip(), origin=origin, precision=Precision.DAY, local=local)
    return Found(published, match.start(), match.end())


def _published(raw: str, origin: str, day: date, clock: time, match: re.Match[str]) -> Published:
    precision = Precision.SECOND if match["second"] else Precision.MINUTE
    moment = datetime.combine(day, clock) + timedelta(days=match["hour"] == "24")
    zone = _zone(match["zone"])
    if zone is None:
        return Published(raw=raw.strip(), origin=origin, precision=precision, local=moment)
    return Published(raw=raw.strip(), origin=origin, precision=precision, instant=moment.replace(tzinfo=zone))


def _time(match: re.Match[str]) -> time | None:
    """A clock time needs minutes or a half of the day: a bare number is none."""
    hour, half = int(match["hour"]), match["led"] or match["half"]
    if not match["minute"] and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _PM.fullmatch(half) else 0)
    micro = int((match["part"] or "0").ljust(6, "0")[:6])
    return time(hour % 24, int(match["minute"] or 0), int(match["second"] or 0), micro)


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    bare = name.strip("()").upper().replace("−", "-")
    if bare == "Z":
        return UTC
    if bare in _ZONES:
        return _ZONES[bare]
    numeric = _OFFSET.fullmatch(bare)
    if not numeric:
        return None
    offset = timedelta(hours=int(numeric["hours"]), minutes=int(numeric["minutes"] or 0))
    return timezone(-offset if numeric["sign"] == "-" else offset) if offset < timedelta(hours=24) else None
