"""A long text in which passages are looked up. All text is ours."""

from hypothesis import given
from hypothesis import strategies as st

from app.normalise.told import Told

TEXT = "The locks on the lower Danube were opened again on Thursday. Barges had waited for nine days above the dam."


def test_a_passage_is_held_by_its_beginning_or_its_end() -> None:
    told = Told.of([TEXT])
    assert told.holds("THE LOCKS, on the lower Danube were opened")
    assert told.holds(f"{TEXT} " + "Nobody could say why it had taken so long to do so. " * 2)
    assert told.holds("Nobody could say why it had taken so long to do so. " * 2 + TEXT)
    assert not told.holds("The locks on the lower Danube were never opened again.")


def test_no_passage_goes_across_two_texts() -> None:
    assert not Told.of(["The locks were opened", "and then closed again"]).holds("locks were opened and then closed")


@given(st.integers(0, 40), st.integers(15, 60))
def test_wherever_a_passage_begins_it_is_found(start: int, size: int) -> None:
    letters = "".join(filter(str.isalpha, TEXT))
    assert Told.of([TEXT]).holds(letters[start : start + size])
