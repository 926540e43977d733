from app.attribute.tree import Tree
from app.model.span import Span
from app.model.syntax import Token

WORDS = ("Rates", "fell", ",", "she", "said", ".")
HEADS = (1, 4, 4, 4, 4, 4)
DEPS = ("nsubj", "ccomp", "punct", "nsubj", "ROOT", "punct")


def tree() -> Tree:
    starts = [0, 6, 10, 12, 16, 20]
    rows = zip(starts, WORDS, HEADS, DEPS, strict=True)
    return Tree([Token(start, word, word.lower(), "X", "X", dep, head, 0) for start, word, head, dep in rows])


def test_dependents_come_in_order_and_by_label() -> None:
    assert list(tree().children(4)) == [1, 2, 3, 5]
    assert list(tree().children(4, "punct", "nsubj")) == [2, 3, 5]
    assert tree().child(4, "nsubj") == 3
    assert tree().child(0) is None


def test_a_token_governs_a_stretch() -> None:
    assert tree().range(1) == (0, 2)
    assert tree().span(tree().range(1)).of("Rates fell, she said.") == "Rates fell"


def test_tokens_are_found_by_what_they_touch() -> None:
    assert tree().covering(Span(8, 13)) == (1, 4)
    assert tree().at(9) == 1
    assert tree().at(11) is None


def test_a_token_is_inside_where_it_begins_in_a_span() -> None:
    assert list(tree().inside([Span(0, 7), Span(13, 17)])) == [1, 1, 0, 0, 1, 0]
