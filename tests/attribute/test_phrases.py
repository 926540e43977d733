from app.attribute.phrases import phrase_in
from app.attribute.tree import Range, Tree
from app.model.span import Span
from app.model.syntax import Token


def tree(*words: tuple[str, str, int]) -> Tree:
    """A sentence of (word, part of speech, head), one blank between words."""
    at, tokens = 0, []
    for word, pos, head in words:
        tokens.append(Token(at, word, word.lower(), pos, "X", "dep", head, 0))
        at += len(word) + 1
    return Tree(tokens)


def test_a_phrase_is_without_marks_at_its_ends_and_hangs_on_its_noun() -> None:
    said = tree(("the", "DET", 1), ("mayor", "NOUN", 3), (",", "PUNCT", 1), ("said", "VERB", 3))
    assert phrase_in(said, [Span(0, 11)]) == (1, Range(0, 2))
    assert phrase_in(said, [Span(10, 11)]) is None


def test_of_nouns_side_by_side_the_last_is_the_head_wherever_the_parse_hangs_the_first() -> None:
    said = tree(("the", "DET", 1), ("party", "NOUN", 3), ("nominee", "NOUN", 3), ("feuds", "VERB", 3))
    assert phrase_in(said, [Span(0, 17)]) == (2, Range(0, 3))
