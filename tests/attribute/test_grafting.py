import pytest

from app.attribute import attribute
from app.extract import extract
from app.model.article import Article, ArticleKind
from tests.language import pipeline


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Helen Marsh has said she wants to drain the lake and pointed to the cost of repairs.",
            ["she wants to drain the lake"],
        ),
        (
            "Helen Marsh said that the dam was old and added that the sluice was shut.",
            ["that the dam was old", "that the sluice was shut"],
        ),
        (
            "Helen Marsh said that the dam was old, adding that the sluice was shut.",
            ["that the dam was old", "that the sluice was shut"],
        ),
        (
            "Helen Marsh said that Lars Holm slept and snored.",
            ["that Lars Holm slept and snored"],
        ),
    ],
)
def test_a_second_verb_goes_with_the_verb_of_saying(text: str, contents: list[str]) -> None:
    article = Article(kind=ArticleKind.ARTICLE, title="", body=text)
    assert [q.text for q in attribute(article, extract(article, pipeline()))][: len(contents)] == contents
