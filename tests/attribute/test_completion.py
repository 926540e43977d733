import pytest

from app.attribute.completion import completed
from app.attribute.tree import Tree
from app.extract.pieces import Piece
from tests.attribute.tagging import span
from tests.language import pipeline


@pytest.mark.parametrize(
    ("text", "broken", "whole"),
    [
        (
            "Marsh said the mill was sold to a bank, which left in May.",
            "the mill was sold to a bank, which",
            "the mill was sold to a bank, which left in May",
        ),
        ("Marsh urged the crews to meet on Monday.", "the crews to meet on", "the crews to meet on Monday"),
        ("Marsh said it was old.", "it was old", "it was old"),
    ],
)
def test_a_content_does_not_end_in_a_word_that_needs_another(text: str, broken: str, whole: str) -> None:
    tree = Tree(pipeline().parse([Piece(0, text)]).tokens)
    assert [part.of(text) for part in completed(tree, (span(text, broken),), ())] == [whole]


def test_it_stops_before_the_source() -> None:
    text = "The mill was sold to Marsh said."
    tree = Tree(pipeline().parse([Piece(0, text)]).tokens)
    content = (span(text, "The mill was sold to"),)
    assert completed(tree, content, [span(text, "Marsh")]) == content
