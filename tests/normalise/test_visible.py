"""Element trees and the text that a reader would see. The pages are ours."""

import pytest

from app.model.document import Part, PartForm
from app.model.errors import TooLarge
from app.normalise import normalise
from app.normalise.page import split_page
from app.normalise.visible import parsed, visible_text
from tests.normalise.test_normalise import document, text_part

ONE = "The locks on the lower Danube were opened again on Thursday, the commission said."
TWO = "Barges had waited for nine days above the dam, some of them with grain on board."


@pytest.mark.parametrize("tag", ["article", "main", "section", "header", "nav", "figure", "story-page"])
def test_a_page_without_tags_of_head_and_body_has_a_body(tag: str):
    first = f"<{tag}><a href=/>Post</a></{tag}>" if tag in ("header", "nav", "figure") else f"<{tag}>"
    page = f"<!doctype html><meta charset=utf-8><title>Locks</title>{first}<h1>Locks</h1><p>{ONE}<p>{TWO}"
    assert [draft.body for draft in split_page(page)] == [f"{ONE}\n\n{TWO}"]


def test_what_no_head_may_hold_comes_before_the_rest_of_the_body():
    tree = parsed("<title>Locks</title><article><p>One</article><meta name=a>after<div>Two</div>")
    assert tree is not None
    assert [element.tag for element in tree] == ["head", "body"]
    assert [element.tag for element in tree[0]] == ["title"]
    assert visible_text(tree).split() == ["One", "after", "Two"]


def test_the_form_around_a_page_is_no_form_and_a_search_is():
    story = f"<h1>Locks open</h1><p>By Ana Pop</p><p>{ONE}</p><p>{TWO}</p>"
    search = "<form><p>Search our pages</p></form>"
    tree = parsed(f"<body><form id=aspnetForm>{story}</form>{search}</body>")
    assert tree is not None
    assert [line for line in visible_text(tree).split("\n") if line] == ["Locks open", "By Ana Pop", ONE, TWO]


def test_the_byline_and_time_of_a_page_within_a_form_are_read():
    story = f"<h1>Locks open</h1><p>By Ana Pop</p><p>3 May 2031, 14:05</p><p>{ONE}</p><p>{TWO}</p><p>{ONE}</p>"
    (draft,) = split_page(f"<html><head><title>Locks open</title></head><body><form>{story}</form></body></html>")
    assert draft.authors == ("Ana Pop",)
    assert draft.published is not None


def test_lines_of_a_pre_stay_lines_and_wrapped_ones_are_made_whole():
    lines = [
        "The locks on the lower Danube were opened again on Thursday,",
        "the commission said in a short note to all the",
    ]
    wrapped = "\n".join([*lines, "captains who had waited there for nine very long", "days."])
    tree = parsed(f"<div><pre>Locks open\nBy Ana Pop\n\n{wrapped}\n\n{wrapped}</pre>and\nmore</div>")
    assert tree is not None
    whole = wrapped.replace("\n", " ")
    shown = [line for line in visible_text(tree).split("\n") if line]
    assert shown == ["Locks open", "By Ana Pop", whole, whole, "and more"]


def nested(deep: int) -> str:
    return f"<html><body>{'<div>' * deep}<p>The bridge stays open.</p>{'</div>' * deep}<p>So it is.</p></body></html>"


@pytest.mark.parametrize("deep", [1, 240, 260, 2_000])
def test_a_page_that_is_nested_deep_is_read(deep: int):
    tree = parsed(nested(deep))
    assert tree is not None
    assert visible_text(tree).split() == ["The", "bridge", "stays", "open.", "So", "it", "is."]


@pytest.mark.parametrize("deep", [2_100, 100_000])
def test_one_that_is_nested_deeper_than_any_page_says_so(deep: int):
    with pytest.raises(TooLarge, match="nested"):
        parsed(nested(deep))
    page = Part(form=PartForm.HTML, content=nested(deep))
    with pytest.raises(TooLarge, match="nested"):
        normalise(document(), [page])
    assert len(normalise(document(), [page, text_part("Bridge opens\n\nIt was opened on Friday.")])) == 1
