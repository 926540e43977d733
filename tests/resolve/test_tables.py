"""What the tables know, by single public facts."""

import pytest

from app.resolve.tables import country, lookup


@pytest.mark.parametrize(
    ("printed", "name", "wikidata"),
    [
        ("Kiev", "Kyiv", "Q1899"),
        ("the Russian Federation", "Russia", "Q159"),
        ("U.S.", "United States", "Q30"),
        ("the US", "United States", "Q30"),
        ("UK", "United Kingdom", "Q145"),
        ("Odessa", "Odesa", "Q1874"),
        ("Burma", "Myanmar", "Q836"),
        ("Bombay", "Mumbai", "Q1156"),
        ("U.N.", "United Nations", "Q1065"),
        ("IMF", "International Monetary Fund", "Q7804"),
        ("the AP", "Associated Press", "Q40469"),
        ("Calif.", "California", "Q99"),
    ],
)
def test_a_name_leads_to_its_row(printed: str, name: str, wikidata: str) -> None:
    (row,) = lookup(printed)
    assert (row.name, row.wikidata) == (name, wikidata)


def test_acronyms_count_in_capitals_alone() -> None:
    assert lookup("WHO")
    assert not lookup("who")


def test_a_name_that_two_places_share_stays_open_until_an_adjective_says_which() -> None:
    assert {row.wikidata for row in lookup("Georgia")} == {"Q230", "Q1428"}
    found = country("Georgia")
    assert found is not None
    assert found.wikidata == "Q230"
