from datetime import datetime

import pytest

from app.normalise.authors import author_names
from app.normalise.bylines import read_byline


def test_a_byline_may_hold_name_time_and_reading_time():
    byline = read_byline("by The River Post news desk April 18, 2023 3:13 PM 1 min read")
    assert byline is not None
    assert byline.text == "The River Post news desk"
    assert byline.published is not None
    assert byline.published.local == datetime.fromisoformat("2023-04-18T15:13:00")


def test_a_byline_may_say_on_what_day_it_was_signed():
    byline = read_byline("By Jane Roe on July 04, 2031 at 11:30p @janeroe")
    assert byline is not None
    assert byline.authors == ("Jane Roe",)
    assert byline.published is not None
    assert byline.published.local == datetime.fromisoformat("2031-07-04T23:30:00")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Von Anna Muster, Peter Beispiel und AFP", ("Anna Muster", "Peter Beispiel", "AFP")),
        ("Jane Roe Published November 18, 2024 9:26pm Updated November 19, 2024 4:23pm", ("Jane Roe",)),
        ("Associated PressApril 28, 2023 GMT", ("Associated Press",)),
        ("By Jane Roe in Kyiv", ("Jane Roe",)),
        ("By Jane Roe, Courier Staff Writer", ("Jane Roe",)),
        ("By Jane Roe, special to the Courier", ("Jane Roe",)),
        ("By Jane Roe @janeroe", ("Jane Roe",)),
        ("By JANE ROE Associated Press", ("JANE ROE", "Associated Press")),
        ("Von unserem Korrespondenten Max Muster", ("Max Muster",)),
        ("Von Monique von der Wiese", ("Monique von der Wiese",)),
        ("Von Anna Muster und Max Beispiel aus Kiew", ("Anna Muster", "Max Beispiel")),
        ("Von Max Beispiel, dpa", ("Max Beispiel", "dpa")),
        ("By the Associated Press", ("the Associated Press",)),
        ("Por Redacción", ("Redacción",)),
        ("Par Jeanne Roux avec AFP", ("Jeanne Roux", "AFP")),
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
        "By Friday, Kyiv Had Fallen Silent.",
        "By 7 March 2026, Kyiv Had Fallen Silent",
        "Von der Wiese trifft Muster in Kiew.",
        "Von Anna Muster bis Max Beispiel",
        "Von Ebbe bis Flut: Perin und Orva verlieren den Anschluss",
        "Par Muster et Roux",
        "От Перина до Орвы пройдёт поезд",
        "The bridge was closed on 18 April 2023 because of ice, the ministry said.",
        "Most read",
        "",
    ],
)
def test_sentences_are_no_bylines(line: str):
    assert read_byline(line) is None


def test_roles_are_not_authors():
    assert author_names("Jane Roe, senior reporter") == ("Jane Roe",)


def test_by_is_said_in_the_language_of_the_text():
    line = "Af Muster Exhibition Opens Today"
    assert read_byline(line, language="en") is None
    assert read_byline("Af Jane Roe", language="da") is not None
    assert read_byline("By Jane Roe", language="da") is not None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Roe | Courier", ("Jane Roe",)),
        ("Ana Silva — Lisboa", ("Ana Silva",)),
        ("Jane Roe, Shakira", ("Jane Roe", "Shakira")),
        ("Di Wang", ("Di Wang",)),
        ("Von AFP", ("AFP",)),
        ("Jane Roe | Reuters", ("Jane Roe", "Reuters")),
    ],
)
def test_names_that_are_stated(line: str, names: tuple[str, ...]):
    assert author_names(line) == names


def test_a_name_of_any_length_is_read_in_time_linear_in_it():
    assert author_names("aB" * 100_000) == author_names("aB" * 1_000)
