"""Clock times of a live blog's updates made times of a day, where the page settles which day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from app.model.article import Precision, Published
from app.normalise.stated_time import stated_time


def dated(
    times: Sequence[Published | None], begun: Published | None, changed: Published | None
) -> tuple[Published | None, ...]:
    """The times of updates in page order, clock times with the day that the page begins on.

    The day moves on at midnight. Where the days so counted do not end on the day that the page was last changed (or
    pass midnight, and it states no change), they are unknown: the clock times stay so. The zone is the one
    that stands beside the clock, else the page's, unless that is UTC: machines write UTC, readers see their own.
    """
    clocks = [when.clock for when in times if when and when.clock]
    start = _moment(begun)
    if start is None or not clocks:
        return tuple(times)
    backwards = _falls_most(clocks)
    days = _days(clocks[::-1] if backwards else clocks, start.date())
    last = _moment(changed)
    if days[-1] != (last.date() if last else start.date()):
        return tuple(times)
    order = iter(days[::-1] if backwards else days)
    return tuple(_on(when, next(order), start) if when and when.clock else when for when in times)


def _moment(published: Published | None) -> datetime | None:
    return (published.instant or published.local) if published else None


def _falls_most(clocks: Sequence[time]) -> bool:
    return 2 * sum(later < earlier for earlier, later in pairwise(clocks)) > len(clocks) - 1


def _days(clocks: Sequence[time], first: date) -> list[date]:
    """The day of each of the clock times that run forwards from the day `first`."""
    days = [first]
    for earlier, later in pairwise(clocks):
        passed = earlier.hour - later.hour > 12  # an update put back a little is no midnight
        days.append(days[-1] + timedelta(days=passed))
    return days


def _on(when: Published, day: date, start: datetime) -> Published:
    moment = datetime.combine(day, when.clock or time())
    named = stated_time(f"{day} {when.raw.strip('()')}", when.origin)
    if named and named.instant and named.instant.replace(tzinfo=None) == moment:
        return replace(named, raw=when.raw)
    if start.utcoffset():
        aware = moment.replace(tzinfo=start.tzinfo)
        return Published(raw=when.raw, origin=when.origin, precision=Precision.MINUTE, instant=aware)
    return Published(raw=when.raw, origin=when.origin, precision=Precision.MINUTE, local=moment)
