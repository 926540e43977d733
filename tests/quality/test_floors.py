"""Floors rise freely, sink only with a reason, and belong to the gold that they were measured on."""

from pathlib import Path

import pytest

from tests.quality.floors import Floors, Refused, below, lowered, margin, noted, renewed, update
from tools.quality.figures import Figure

OLD = Floors("gold", {"F1": 80.0}, {"pronoun": 70.0})


def test_the_margin_is_half_a_point_or_one_thing_more_gone_wrong() -> None:
    assert [margin(Figure(90.0, of)) for of in (1000, 200, 20)] == [0.5, 0.5, 5.0]


def test_a_figure_under_its_floor_or_not_measured_is_named() -> None:
    figures = {"F1": Figure(79.9, 500), "R": Figure(90.0, 500)}
    floors = {"F1": 80.0, "R": 90.0, "P": 1.0}
    assert below(figures, floors) == {
        "F1": "79.9 of 500, floor 80.0",
        "P": "is not measured",
    }


def test_floors_rise_and_never_sink_by_themselves() -> None:
    assert renewed({"F1": Figure(85.0, 500)}, {"F1": 80.0}) == {"F1": 84.5}
    assert renewed({"F1": Figure(80.2, 500)}, {"F1": 80.0}) == {"F1": 80.0}
    assert renewed({"new": Figure(50.0, 10)}, {}) == {"new": 40.0}


def test_lowering_needs_a_reason() -> None:
    worse = ({"F1": Figure(78.0, 500)}, {"pronoun": Figure(75.0, 100)})
    with pytest.raises(Refused, match=r"F1: 78\.0 of 500, floor 80\.0"):
        update(OLD, "gold", worse, None)
    new = update(OLD, "gold", worse, "harder examples")
    assert new == Floors("gold", {"F1": 77.5}, {"pronoun": 74.0})
    assert lowered(OLD, new) == "F1 80.0 → 77.5"


def test_dropping_a_floor_is_lowering_it() -> None:
    without: tuple[dict[str, Figure], dict[str, Figure]] = ({"F1": Figure(85.0, 500)}, {})
    with pytest.raises(Refused, match="pronoun: is not measured"):
        update(OLD, "other gold", without, None)
    assert lowered(OLD, update(OLD, "other gold", without, "renamed")) == "pronoun 70.0 → gone"


def test_the_reason_goes_under_what_changed() -> None:
    fresh = noted("# Changelog\n\n## Unreleased\n\n### Added\n- A.\n\n## 0.1\n- Old.\n", "- Lower.")
    assert fresh == "# Changelog\n\n## Unreleased\n\n### Added\n- A.\n\n### Changed\n- Lower.\n\n## 0.1\n- Old.\n"
    again = noted(fresh, "- Lower still.")
    assert "### Changed\n- Lower.\n- Lower still.\n\n## 0.1" in again


def test_a_section_after_stays_after() -> None:
    text = "## Unreleased\n\n### Changed\n- B.\n\n### Fixed\n- C.\n"
    assert noted(text, "- D.") == "## Unreleased\n\n### Changed\n- B.\n- D.\n\n### Fixed\n- C.\n"


def test_floors_are_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert Floors.read(file) == Floors("", {}, {})
    OLD.write(file)
    assert Floors.read(file) == OLD
