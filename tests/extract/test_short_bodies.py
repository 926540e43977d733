from app.extract.found import Found
from app.extract.short_bodies import short_bodies
from app.model.mention import EntityKind
from tests.extract.test_demonyms import tokens


def bodies(text: str, *places: tuple[int, int]) -> dict[str, str]:
    found = [Found(first, end, EntityKind.ORGANISATION, 0.9) for first, end in places]
    return dict(short_bodies(tokens(text), found, text))


def test_a_firm_may_leave_off_its_trade_once_named_in_full() -> None:
    assert bodies("Tamarrow Water paid and Tamarrow said", (0, 2), (4, 5)) == {"Tamarrow": "Tamarrow Water"}


def test_a_name_that_came_first_may_be_the_whole_groups() -> None:
    assert bodies("Tamarrow paid Tamarrow Water and Tamarrow said", (0, 1), (2, 4), (5, 6)) == {}


def test_of_two_firms_with_one_beginning_neither_is_meant() -> None:
    text = "Tamarrow Water paid Tamarrow Gas and Tamarrow said"
    assert bodies(text, (0, 2), (3, 5), (6, 7)) == {}


def test_what_is_no_trade_tells_a_body_of_its_own() -> None:
    assert bodies("Tamarrow Institute paid and Tamarrow said", (0, 2), (4, 5)) == {}
