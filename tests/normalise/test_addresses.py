from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.article import Precision
from app.normalise.addresses import day_in, home_of, is_home, without_tracking


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://post.example/a?utm_source=mail&id=3&fbclid=x", "https://post.example/a?id=3"),
        ("https://post.example/a?at_medium=custom7&at_campaign=x", "https://post.example/a"),
        ("https://post.example/a?ref=home#comments", "https://post.example/a#comments"),
        ("https://post.example/a#xtor=RSS-3", "https://post.example/a"),
        ("https://post.example/a#:~:text=locks", "https://post.example/a"),
        ("https://post.example/a?b=%C3%A9&c", "https://post.example/a?b=%C3%A9&c"),
        ("https://[broken/a?utm_source=x", "https://[broken/a?utm_source=x"),
        ("tag:post.example,2026:1", "tag:post.example,2026:1"),
    ],
)
def test_tracking_goes_and_the_rest_stays_as_it_was(url: str, clean: str):
    assert without_tracking(url) == clean


@given(st.text(max_size=60).map("https://post.example/".__add__))
def test_a_clean_address_stays_clean(url: str):
    assert without_tracking(without_tracking(url)) == without_tracking(url)


@pytest.mark.parametrize(
    "path",
    ["/2026/03/07/locks", "/news/2026-03-07-locks", "/locks-20260307.html", "/world/2026/mar/07/locks", "/20260307/x"],
)
def test_an_address_may_hold_the_day(path: str):
    day = day_in(f"https://post.example{path}")
    assert day is not None
    assert (day.local, day.precision, day.origin) == (datetime.fromisoformat("2026-03-07"), Precision.DAY, "url")


@pytest.mark.parametrize("path", ["/2026/03/locks", "/id-120260307", "/2026/13/07/", "/locks-20241202105634.html", ""])
def test_other_numbers_are_no_day(path: str):
    assert day_in(f"https://post.example{path}") is None


def test_front_pages():
    assert is_home("https://post.example/")
    assert not is_home("https://post.example/?p=3")
    assert home_of("https://www.post.example/a/b") == "https://www.post.example/"
    assert home_of("nonsense") is None
