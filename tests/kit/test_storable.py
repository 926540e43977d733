from hypothesis import given
from hypothesis import strategies as st

from app.kit.storable import storable


@given(st.text(st.characters(codec=None)))
def test_what_is_stored_has_the_length_of_what_was_given(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert "\0" not in kept
    assert kept.encode().decode() == kept


def test_only_what_cannot_be_stored_is_replaced() -> None:
    assert storable("a\0b\ud800c😀") == "a\ufffdb\ufffdc😀"
