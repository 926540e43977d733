from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.article import Precision
from app.normalise.moments import clock_only, clock_time, find_time, puts_day_first

MINUTE, SECOND, DAY = Precision.MINUTE, Precision.SECOND, Precision.DAY


@pytest.mark.parametrize(
    ("line", "local", "precision"),
    [
        ("by The River Post news desk April 18, 2023 3:13 PM 1 min read", "2023-04-18T15:13:00", MINUTE),
        ("Published 18 April 2023", "2023-04-18T00:00:00", DAY),
        ("12:43, 20 Apr 2026Updated 12:44, 20 Apr 2026", "2026-04-20T12:43:00", MINUTE),
        ("12:20pm Jan 7, 2024", "2024-01-07T12:20:00", MINUTE),
        ("12:05 a.m., Jan. 7, 2024", "2024-01-07T00:05:00", MINUTE),
        ("18.04.2023, 15:13 Uhr", "2023-04-18T15:13:00", MINUTE),
        ("le 1er juillet 2024 à 10h32", "2024-07-01T10:32:00", MINUTE),
        ("18 de abril de 2023", "2023-04-18T00:00:00", DAY),
        ("5 мая 2023, 14:05", "2023-05-05T14:05:00", MINUTE),
        ("2023年4月18日 15時13分", "2023-04-18T15:13:00", MINUTE),
        ("2026.07.12 22:09", "2026-07-12T22:09:00", MINUTE),
        ("25/04/2023 10:32:07", "2023-04-25T10:32:07", SECOND),
        ("04/25/2023", "2023-04-25T00:00:00", DAY),
        ("Jane RoeApril 28, 2023", "2023-04-28T00:00:00", DAY),
        ("7 de marzo, 2026 a las 3:15 p. m.", "2026-03-07T15:15:00", MINUTE),
        ("7 de marzo de 2026, 3:15 a. m.", "2026-03-07T03:15:00", MINUTE),
        ("오후 3:15 2026-03-07", "2026-03-07T15:15:00", MINUTE),
        ("2026.03.07. 오전 12:15", "2026-03-07T00:15:00", MINUTE),
        ("2026年3月7日 下午3:15", "2026-03-07T15:15:00", MINUTE),
        ("2026年3月7日午後3時15分", "2026-03-07T15:15:00", MINUTE),
        ("7 Mar 2026 03:15 م", "2026-03-07T15:15:00", MINUTE),
        ("7 Mar 2026 03:15 ص", "2026-03-07T03:15:00", MINUTE),
        ("7 March 2026 PM 3:15", "2026-03-07T15:15:00", MINUTE),
        ("2026-04-20T14:09:42.493", "2026-04-20T14:09:42.493000", SECOND),
    ],
)
def test_a_time_without_a_zone_is_local(line: str, local: str, precision: Precision):
    found = find_time(line)
    assert found is not None
    published = found.published
    assert (published.local, published.precision) == (datetime.fromisoformat(local), precision)
    assert published.instant is None


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("2023-04-18T15:13:00+03:00", datetime(2023, 4, 18, 12, 13, tzinfo=UTC)),
        ("2023-04-18T15:13:00Z", datetime(2023, 4, 18, 15, 13, tzinfo=UTC)),
        ("2024-04-28T07:00:00.000+0000", datetime(2024, 4, 28, 7, tzinfo=UTC)),
        ("Tue, 18 Apr 2023 15:13:00 +0300", datetime(2023, 4, 18, 12, 13, tzinfo=UTC)),
        ("Sat 24 Feb 2024 12.42 CET", datetime(2024, 2, 24, 11, 42, tzinfo=UTC)),
        ("2023-04-18 15:13 (GMT-5)", datetime(2023, 4, 18, 20, 13, tzinfo=UTC)),
        ("Jan 5, 2024 4:00 PM EST", datetime(2024, 1, 5, 21, tzinfo=UTC)),
    ],
)
def test_a_named_zone_makes_an_instant(line: str, instant: datetime):
    found = find_time(line)
    assert found is not None
    assert found.published.instant == instant


def test_the_zone_is_kept_as_printed():
    found = find_time("2023-04-18T15:13:00+03:00")
    assert found is not None
    assert found.published.instant is not None
    assert found.published.instant.tzinfo == timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    "line", ["04/05/2023", "Dec. 21", "31 February 2024", "2024", "Chapter 12, page 2019", "1 day ago", "", "x" * 1000]
)
def test_what_is_not_or_not_surely_a_date_is_unknown(line: str):
    assert find_time(line) is None


@pytest.mark.parametrize(
    ("line", "clock"),
    [("5:15 AM", time(5, 15)), ("11:17 PM", time(23, 17)), ("17:40", time(17, 40)), ("17.40 Uhr", time(17, 40)),
     ("9 p.m.", time(21)), ("오후 3:15", time(15, 15)), ("3:15 p. m.", time(15, 15)),
     ("3:15 a Madrid", None), ("12:00 am", time(0)), ("12", None), ("25:10", None), ("5:15 AM today", None)],
)  # fmt: skip
def test_clock_times(line: str, clock: time | None):
    assert clock_time(line) == clock


def test_a_clock_alone_has_no_date():
    published = clock_only("5:15 AM")
    assert published is not None
    assert (published.clock, published.local, published.instant, published.precision) == (
        time(5, 15), None, None, Precision.CLOCK,
    )  # fmt: skip


@settings(max_examples=200)
@given(st.text(alphabet="0123456789:.,-/ApmTZ+ JanuaryMy年月日\u0660", max_size=60))
def test_any_line_is_a_time_or_none(line: str):
    clock_time(line)
    found = find_time(line)
    if found:
        assert 0 <= found.start < found.end <= len(line)


@pytest.mark.parametrize(
    ("text", "language", "day_first"),
    [
        ("Publicado 02/12/2024", "es", True),
        ("Published 02/12/2024", "en", False),
        ("Published 02/12/2024, updated 25/12/2024", "en", True),
        ("Published 06/01/2026 - 13:55", "en", True),
        ("02/12/2024", None, False),
        ("Publicado 12/25/2024", "es", False),
    ],
)
def test_whether_a_page_puts_the_day_first(text: str, language: str | None, day_first: bool):
    assert puts_day_first(text, language) is day_first


def test_a_date_that_could_be_read_two_ways_is_read_as_the_page_writes_dates():
    found = find_time("02/12/2024", day_first=True)
    assert found is not None
    assert found.published.local == datetime.fromisoformat("2024-12-02T00:00:00")
