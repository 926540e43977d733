"""Elements that hold what is not the article."""

import pytest

from app.normalise.blocks import Span
from app.normalise.furniture import furniture, is_furniture


@pytest.mark.parametrize(
    "names",
    ["newsletter-signup", "ArticleRelatedLinks", "c-teaser__body", "complementary", "js-share-bar", "photo_caption"],
)
def test_names_of_furniture(names: str):
    assert is_furniture(names)


@pytest.mark.parametrize("names", ["", "story", "article-body", "print:hidden after:table", "headline", "shadow"])
def test_names_that_say_nothing(names: str):
    assert not is_furniture(names)


def test_asides_and_what_is_named_so_are_furniture():
    aside, named, story = Span(0, 1, "aside", ""), Span(1, 2, "div", "related"), Span(2, 4, "div", "story")
    assert set(furniture([aside, named, story], [0, 10, 20, 60, 100])) == {aside, named}


def test_an_element_with_much_of_the_prose_is_none():
    assert furniture([Span(0, 2, "div", "page with-sidebar")], [0, 50, 60, 100]) == ()


def test_a_name_that_much_of_the_prose_bears_is_none():
    paragraphs = [Span(at, at + 1, "p", "author-text") for at in range(4)]
    assert furniture(paragraphs, [0, 25, 50, 75, 100]) == ()


def test_what_readers_wrote_under_a_told_article_is_furniture_however_much_it_is():
    heading, story, comments = Span(0, 1, "h1", ""), Span(1, 2, "div", "story"), Span(2, 3, "div", "comments")
    assert furniture([heading, story, comments], [0, 0, 150, 900]) == (comments,)


def test_an_opinion_piece_called_a_comment_is_none():
    heading, summary, story = Span(0, 1, "h1", ""), Span(1, 2, "p", ""), Span(2, 3, "div", "comment")
    assert furniture([heading, summary, story], [0, 0, 40, 900]) == ()
