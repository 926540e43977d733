"""Near copies are found and template siblings stay apart: the floors under `python -m tests.quality.copies`."""

import pytest

from tests.quality.copies.edits import EDITS
from tests.quality.copies.measuring import BASES, SIBLINGS, Tally, measured, precision, recall
from tests.quality.copies.siblings import SHARING, TEMPLATES

PRECISION, RECALL, EACH = 0.98, 0.95, 0.85


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return measured()


def test_every_kind_is_measured(tallies: dict[str, Tally]) -> None:
    assert {kind: each.cases for kind, each in tallies.items()} == {
        **dict.fromkeys(EDITS, BASES),
        **dict.fromkeys({**TEMPLATES, **SHARING}, SIBLINGS),
    }


def test_near_copies_are_found(tallies: dict[str, Tally]) -> None:
    assert precision(tallies.values()) >= PRECISION
    assert recall(tallies[kind] for kind in EDITS) >= RECALL
    assert {kind: recall([tallies[kind]]) for kind in EDITS if recall([tallies[kind]]) < EACH} == {}


@pytest.mark.parametrize("kind", [*TEMPLATES, *SHARING])
def test_hard_negatives_stay_apart(tallies: dict[str, Tally], kind: str) -> None:
    assert tallies[kind].wrong / tallies[kind].cases <= 1 - PRECISION
