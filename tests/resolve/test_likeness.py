"""What of two texts is the same: words, figures where they stand, names however they are spelt."""

from random import Random

import pytest

from app.resolve.likeness import gist, likeness
from tests.effort import steps

BEFORE = (
    "In the town of Kyiv the envoy Aleksandr Serhiyenko met Munich's mayor and 14 officials, the office said today."
)
AFTER = "In the town of Kiev the envoy Alexander Sergienko met München's mayor and 14 officials, the office said today."
OTHER = "In the town of Oslo the envoy Ingrid Halvorsen met Lisbon's mayor and 51 officials, the office said today."


def test_a_name_in_another_spelling_is_the_same_name() -> None:
    assert likeness(gist(BEFORE), gist(AFTER)).names == 1.0


def test_another_name_in_the_same_sentence_is_another_name() -> None:
    assert likeness(gist(BEFORE), gist(OTHER)).names == 0.0


KNOWN = "In 2024 it rose 3 percent and fell 4 degrees, at 1.200 crowns; other words make this the longer text by far."


@pytest.mark.parametrize(
    ("text", "share"), [("in 2024 rose 3 percent, fell 4 degrees, 1,200 crowns", 1.0), ("4, 3, 1200, 2024", 0.0)]
)
def test_a_figure_is_the_same_in_the_same_setting(text: str, share: float) -> None:
    assert likeness(gist(text), gist(KNOWN)).figures == share


def test_too_few_figures_and_names_tell_nothing() -> None:
    found = likeness(gist("the 14 of us went home in the rain"), gist("the 15 of us went home in the rain again"))
    assert (found.figures, found.names) == (None, None)


def shouting(seed: int, names: int, letters: int) -> str:
    """The same ordinary words, and names that are spelt with the same few letters in another order."""
    random = Random(seed)
    made = ("A" + "".join(random.choices("abcd", k=letters - 1)) for _ in range(names))
    return "They said that the boats would run again. " + " ".join(f"of {name}" for name in made)


@pytest.mark.parametrize(("names", "letters"), [(10, 2_000), (120, 40)])
def test_names_of_any_length_and_number_take_a_bounded_number_of_steps(names: int, letters: int) -> None:
    before, after = (shouting(seed, names, letters) for seed in (1, 2))
    assert steps(lambda: likeness(gist(before), gist(after))) < 2_000_000
