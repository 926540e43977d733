from datetime import datetime

import pytest

from app.model.article import Precision
from app.normalise.stated_time import stated_time


@pytest.mark.parametrize(
    ("stated", "instant"),
    [
        ("Sa, 07 Mrz 2026 10:15:00 +0100", "2026-03-07T10:15:00+01:00"),
        ("Σαβ, 07 Μαρ 2026 10:15:00 GMT", "2026-03-07T10:15:00+00:00"),
        ("20260307T101500Z", "2026-03-07T10:15:00+00:00"),
        ("20260307T1015+0100", "2026-03-07T10:15:00+01:00"),
        ("20260307T101500.123-05", "2026-03-07T10:15:00-05:00"),
        ("1772878500", "2026-03-07T10:15:00+00:00"),
        ("1772878500.0", "2026-03-07T10:15:00+00:00"),
        ("1772878500000", "2026-03-07T10:15:00+00:00"),
        ("Sat, 07 Mar 26 10:15:00 +0100", "2026-03-07T10:15:00+01:00"),
        ("7 Mar 99 10:15 GMT", "1999-03-07T10:15:00+00:00"),
        ("2026-03-07T24:00:00Z", "2026-03-08T00:00:00+00:00"),
        ("2026-12-31T24:00:00+02:00", "2027-01-01T00:00:00+02:00"),
    ],
)
def test_a_stated_zone_makes_an_instant(stated: str, instant: str):
    published = stated_time(stated, "stated")
    assert published is not None
    assert (published.instant, published.raw) == (datetime.fromisoformat(instant), stated)


@pytest.mark.parametrize(
    ("stated", "local", "precision"),
    [
        ("Sa, 07 Mrz 2026 10:15:00", "2026-03-07T10:15:00", Precision.MINUTE),
        ("Sa, 07 Mrz 2026 10:15:00 CST", "2026-03-07T10:15:00", Precision.MINUTE),
        ("20260307101500", "2026-03-07T10:15:00", Precision.SECOND),
        ("20260307", "2026-03-07T00:00:00", Precision.DAY),
        ("2026-03-07T24:00:00", "2026-03-08T00:00:00", Precision.SECOND),
    ],
)
def test_a_time_without_a_zone_of_one_reading_is_local(stated: str, local: str, precision: Precision):
    published = stated_time(stated, "stated")
    assert published is not None
    assert (published.local, published.instant, published.precision) == (datetime.fromisoformat(local), None, precision)


@pytest.mark.parametrize("stated", ["1999", "20261340T101500Z", "12345678", "9999999999", "04/05/2023", ""])
def test_what_is_no_time_or_has_two_readings_is_none(stated: str):
    assert stated_time(stated, "stated") is None
