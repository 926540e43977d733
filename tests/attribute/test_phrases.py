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


def test_a_verb_that_leans_on_a_phrase_is_no_part_of_it_and_a_genitive_begins_none() -> None:
    said = tree(("she", "PRON", 2), ("'d", "AUX", 2), ("said", "VERB", 2))
    assert phrase_in(said, [Span(0, 6)]) == (0, Range(0, 1))
    assert phrase_in(said, [Span(4, 6)]) is None
    genitive = Tree([token._replace(tag="POS") if i == 0 else token for i, token in enumerate(said.tokens)])
    assert phrase_in(genitive, [Span(0, 3)]) is None


def test_a_surname_that_is_printed_like_an_auxiliary_stays() -> None:
    said = tree(("George", "PROPN", 1), ("Will", "AUX", 2), ("said", "VERB", 2))
    assert phrase_in(said, [Span(0, 11)]) == (1, Range(0, 2))
