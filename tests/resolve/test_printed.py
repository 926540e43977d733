"""Printed names as keys."""

import pytest

from app.resolve.printed import is_acronym, key, undotted


@pytest.mark.parametrize(
    ("name", "folded"),
    [("U.S.", "us"), ("the U.N. envoy", "un envoy"), ("U. S.", "us"), ("The Élysée's", "elysee"), ("!?", "")],
)
def test_acronyms_lose_their_dots_and_names_their_marks(name: str, folded: str) -> None:
    assert key(name) == folded


def test_an_initial_keeps_its_dot_and_what_follows_an_acronym_its_space() -> None:
    assert undotted("J. Tarrant") == "J. Tarrant"
    assert undotted("the U.N. envoy") == "the UN envoy"


def test_acronyms_are_printed_in_capitals() -> None:
    assert [is_acronym(name) for name in ("CHA", "C.H.A.", "CHA’s", "Cha", "A", "HARBOURS")] == [True] * 3 + [False] * 3
