"""Folded words and their digests."""

from hypothesis import given
from hypothesis import strategies as st

from app.resolve.words import digest, shingles, words


def test_case_accents_and_marks_make_no_difference() -> None:
    assert words("“Sí,” she said — twice.") == words("si SHE said: twice") == ("si", "she", "said", "twice")


@given(st.text(max_size=200))
def test_a_digest_is_a_key_of_the_words(text: str) -> None:
    assert digest(words(text)) == digest(words(" ".join(words(text))))
    assert len(digest(words(text))) == 32


def test_shingles_are_the_runs_of_three_words() -> None:
    assert shingles(("a", "b", "c", "d")) == {"a b c", "b c d"}
    assert shingles(("a", "b")) == frozenset()
