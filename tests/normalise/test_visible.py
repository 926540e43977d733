"""Element trees and the text that a reader would see. The pages are ours."""

import pytest

from app.normalise.page import split_page
from app.normalise.visible import parsed, visible_text

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
