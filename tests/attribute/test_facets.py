import pytest

from app.attribute.facets import said_on


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("said on Dec. 21", "--12-21"),
        ("said on March 4, 2021,", "2021-03-04"),
        ("said on 4 March 2021", "2021-03-04"),
        ("said on the 3rd of June", None),
        ("said on June 3rd", "--06-03"),
        ("said on Tuesday", None),
        ("said in May", None),
        ("said on March 40", None),
        ("said on Sept. 9", "--09-09"),
    ],
)
def test_the_day_of_speaking(text: str, day: str | None) -> None:
    assert said_on(text) == day
