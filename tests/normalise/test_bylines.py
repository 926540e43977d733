from datetime import datetime

import pytest

from app.normalise.bylines import author_names, read_byline


def test_a_byline_may_hold_name_time_and_reading_time():
    byline = read_byline("by The River Post news desk April 18, 2023 3:13 PM 1 min read")
    assert byline is not None
    assert byline.text == "The River Post news desk"
    assert byline.published is not None
    assert byline.published.local == datetime.fromisoformat("2023-04-18T15:13:00")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Von Anna Muster, Peter Beispiel und AFP", ("Anna Muster", "Peter Beispiel", "AFP")),
        ("Jane Roe Published November 18, 2024 9:26pm Updated November 19, 2024 4:23pm", ("Jane Roe",)),
        ("Associated PressApril 28, 2023 GMT", ("Associated Press",)),
        ("By Jane Roe in Kyiv", ("Jane Roe",)),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]):
    byline = read_byline(line)
    assert byline is not None
    assert byline.authors == authors


def test_a_time_alone_signs_nothing():
    byline = read_byline("Published: 18 April 2023, 14:05")
    assert byline is not None
    assert (byline.text, byline.authors) == (None, ())


@pytest.mark.parametrize(
    "line",
    [
        "By the time the locks opened, nobody was waiting.",
        "The bridge was closed on 18 April 2023 because of ice, the ministry said.",
        "Most read",
        "",
    ],
)
def test_sentences_are_no_bylines(line: str):
    assert read_byline(line) is None


def test_roles_are_not_authors():
    assert author_names("Jane Roe, senior reporter") == ("Jane Roe",)
