import pytest

from app.model.errors import TooLarge
from app.read import read
from app.read.bounds import bound_entities, bound_page
from tests.read.documents import document

FEED = (
    '<?xml version="1.0"?><!DOCTYPE rss [{}]><rss version="2.0"><channel><item><title>{}</title></item></channel></rss>'
)


def test_a_billion_laughs_are_too_large():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = FEED.format('<!ENTITY l0 "lol">' + laughs, "&l9;")
    with pytest.raises(TooLarge, match="DOCTYPE"):
        read(document(bomb, "application/rss+xml"))


def test_one_long_entity_used_often_is_too_large():
    with pytest.raises(TooLarge):
        bound_entities(FEED.format(f'<!ENTITY a "{"x" * 10_000}">', "&a;" * 10_000))


def test_entities_in_a_circle_are_too_large():
    with pytest.raises(TooLarge):
        bound_entities(FEED.format('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"))


def test_entities_for_signs_are_no_harm():
    (entry,) = read(document(FEED.format('<!ENTITY dash "&#8212;">', "Ice &dash; snow"), "application/xml")).parts
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
