import pytest

from app.model.errors import TooLarge, Unreadable
from app.read import read
from app.read.bounds import bound_page
from tests import bombs
from tests.read.documents import document


@pytest.mark.parametrize("bomb", [bombs.LAUGHS, bombs.LONG_AND_OFTEN], ids=["laughs", "quadratic"])
def test_entities_that_multiply_are_not_read(bomb: bytes):
    with pytest.raises(Unreadable, match="DOCTYPE"):
        read(document(bomb, "application/rss+xml"))


def test_entities_for_signs_are_no_harm():
    (entry,) = read(document(bombs.SIGNS, "application/xml")).parts
    assert entry.stated is not None
    assert "Ice" in (entry.stated.title or "")


def test_pages_that_take_minutes_to_parse_are_too_large():
    with pytest.raises(TooLarge, match="tags"):
        bound_page("<br>" * 300_000)
    with pytest.raises(TooLarge, match="attributes"):
        bound_page("<p " + " ".join(f"a{n}=1" for n in range(3_000)) + ">")


def test_long_texts_scripts_and_pictures_in_a_page_are_no_harm():
    bound_page("<p>" + "word " * 100_000)
    bound_page("<script>" + "var a = 1; " * 100_000 + "</script>")
    bound_page('<img src="data:image/png;base64,' + "A" * 1_000_000 + '" alt="' + "word " * 10_000 + '">')


def test_a_tag_with_too_many_attributes_is_found_wherever_it_stands():
    many = "<p " + " ".join(f"a{n}=1" for n in range(3_000)) + ">"
    for before in ("", "word " * 1_000, "<br>" * 1_001, "<p>" + "word " * 10_000 + "</p>", "a < b " * 700):
        with pytest.raises(TooLarge, match="attributes"):
            bound_page(f"{before}{many}</p>")
