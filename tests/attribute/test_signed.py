import pytest

from app.attribute.layout import Layout
from app.attribute.quotations import quotations
from app.attribute.signed import signed
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from tests.attribute.tagging import tagged


def layout(text: str) -> Layout:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    return Layout(text, lines, quotations(text, lines))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It leaks.” ― Helen Marsh", "Helen Marsh"),
        ("“It leaks.”— Helen Marsh.", "Helen Marsh"),
        ('"It leaks." -- Helen Marsh, harbour master', "Helen Marsh"),
        ("“It leaks.” – and nobody came", None),
        ("“It leaks” – Helen Marsh said so on Monday. It rained.", None),
        ("She said: “It leaks.” ― Helen Marsh", None),
    ],
)
def test_a_dash_and_a_name_sign_the_quotation_before_them(text: str, name: str | None) -> None:
    assert [found.source[0].of(text) for found in signed((), layout(text))] == ([name] if name else [])


def test_a_signature_takes_the_place_of_what_was_tagged() -> None:
    text = "Lars Holm spoke.\n\n“It leaks.” ― Helen Marsh"
    guess = tagged(text, content=["“It leaks.”"], source="Lars Holm", cue="spoke")
    (found,) = signed((guess,), layout(text))
    assert found.source[0].of(text) == "Helen Marsh"
