import pytest

from app.normalise.words import tidy

_SEPARATORS = ["\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\u3000", "\n"]


@pytest.mark.parametrize("separator", _SEPARATORS, ids=ascii)
def test_white_space_parts_words_whatever_else_stands_in_the_line(separator: str):
    assert tidy(f"river{separator}bank") == "river bank"
    assert tidy(f"river{separator}bank\u200b") == "river bank"


@pytest.mark.parametrize("invisible", ["\xad", "\u200b", "\u2060", "\ufeff", "\ufffc", "\x07"], ids=ascii)
def test_invisible_characters_part_no_words(invisible: str):
    assert tidy(f" ri{invisible}ver  bank") == "river bank"
