from spacy.lang.en import English
from spacy.tokens import Doc

from app.extract.layout import laid_out


def doc(words: str, heads: list[int]) -> Doc:
    """A parsed text: words parted by `|` (a blank is a word of its own), each with the number of its head."""
    parts = words.split("|")
    deps = ["ROOT" if head == index else "dep" for index, head in enumerate(heads)]
    return Doc(English().vocab, words=parts, spaces=[False] * len(parts), heads=heads, deps=deps)


def test_white_space_is_no_token_and_its_place_is_that_of_the_next() -> None:
    layout = laid_out(doc("Ola| |Berg", [2, 0, 2]))
    assert layout.spaces == [False, True, False]
    assert layout.places == [0, 1, 1, 2]
    assert layout.starts == [0, 3, 4]


def test_a_head_that_is_white_space_passes_its_dependants_up() -> None:
    assert laid_out(doc("Ola| | |left", [1, 2, 3, 3])).heads[0] == 1


def test_a_word_under_white_space_alone_is_its_own_head() -> None:
    assert laid_out(doc("Ola| ", [1, 1])).heads[0] == 0


def test_sentences_are_counted_from_nought() -> None:
    assert laid_out(doc("Rain|fell|Gulls|cried", [1, 1, 3, 3])).sentences == [0, 0, 1, 1]


def test_nothing() -> None:
    assert laid_out(Doc(English().vocab)) == ([0], [], [], [], [])
