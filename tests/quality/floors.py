"""The floors under the quality of our own gold: python -m tests.quality.floors [--write [--lower "reason"]]

Without an option: print every figure beside its floor. --write raises floors to the figure less a margin, and takes
over the gold as it now is. It refuses to lower a floor unless --lower says why; the reason goes into CHANGELOG.md.

The margin is half a point, or one thing more gone wrong where a figure is of fewer than two hundred: another processor
may round the tagger's arithmetic differently.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

from tools.quality.figures import Figure
from tools.quality.gold import digest, measured

FLOORS = Path(__file__).with_name("floors.json")
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
MARGIN = 0.5
RENEW = "python -m tests.quality.floors --write"
_HEADING, _SECTION = "## Unreleased", "### Changed"


class Refused(Exception):
    """Floors would sink and nobody said why."""


class Floors(NamedTuple):
    """Percentages that figures must reach, and the digest of the gold they were measured on."""

    gold: str
    overall: dict[str, float]
    phenomena: dict[str, float]

    @classmethod
    def read(cls, file: Path = FLOORS) -> Self:
        return cls(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else cls("", {}, {})

    def write(self, file: Path = FLOORS) -> None:
        file.write_text(json.dumps(self._asdict(), indent=2, sort_keys=True) + "\n", encoding="utf-8")


def margin(figure: Figure) -> float:
    """How far a figure may sink before its floor speaks up, in points."""
    return max(MARGIN, 100 / max(1, figure.of))


def below(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> dict[str, str]:
    """The figures under their floors, and floors that nothing is measured for any more."""
    return {
        name: f"{figures[name].value} of {figures[name].of}, floor {floor}" if name in figures else "is not measured"
        for name, floor in sorted(floors.items())
        if name not in figures or figures[name].value < floor
    }


def renewed(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> dict[str, float]:
    """Floors as these figures allow: none lower than it was, but for those that a figure has sunk under."""
    reached = {name: round(max(0.0, figure.value - margin(figure)), 1) for name, figure in figures.items()}
    sunk = below(figures, floors)
    return {name: new if name in sunk else max(new, floors.get(name, 0.0)) for name, new in reached.items()}


def noted(changelog: str, line: str) -> str:
    """A changelog with one more line under what changed and is unreleased. Raises ValueError without that heading."""
    before, heading, rest = changelog.partition(f"{_HEADING}\n")
    if not heading:
        raise ValueError(f"the changelog has no heading '{_HEADING}'")
    unreleased, next_, older = rest.partition("\n## ")
    section = f"{_SECTION}\n"
    if section not in unreleased:
        unreleased = f"{unreleased.rstrip()}\n\n{section}"
    head, _, body = unreleased.partition(section)
    items, following, others = body.partition("\n### ")
    items = f"{items.rstrip()}\n{line}\n".lstrip("\n")
    return f"{before}{heading}{head}{section}{items}{following}{others}{next_}{older}"


type Measured = tuple[Mapping[str, Figure], Mapping[str, Figure]]
"""The overall figures, and those by phenomenon."""


def update(old: Floors, gold: str, figures: Measured, why: str | None) -> Floors:
    """The floors for this gold and these figures. Raises `Refused` where one would sink and `why` is not given."""
    sunk = {**below(figures[0], old.overall), **below(figures[1], old.phenomena)}
    if sunk and not why:
        listed = "\n".join(f"  {name}: {how}" for name, how in sunk.items())
        raise Refused(f'these would be lowered:\n{listed}\nGive --lower "reason" if they must be.')
    return Floors(gold, renewed(figures[0], old.overall), renewed(figures[1], old.phenomena))


def lowered(old: Floors, new: Floors) -> str:
    """What sank, in words for the changelog; empty if nothing did."""
    pairs = [(old.overall, new.overall), (old.phenomena, new.phenomena)]
    return ", ".join(
        f"{name} {floor} → {after.get(name, 'gone')}"
        for before, after in pairs
        for name, floor in sorted(before.items())
        if after.get(name, -1.0) < floor
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.floors", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help="raise floors to what is reached, take over the gold")
    parser.add_argument("--lower", metavar="REASON", help="lower floors too; the reason is noted in CHANGELOG.md")
    asked = parser.parse_args()
    old, figures = Floors.read(), measured()
    if not asked.write:
        for part, floors in zip(figures, (old.overall, old.phenomena), strict=True):
            for name, figure in part.items():
                print(f"{name:44} {figure.value:6.1f} of {figure.of:4}   floor {floors.get(name, '-')}")
        return 0
    try:
        new = update(old, digest(), figures, asked.lower)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if sank := lowered(old, new):
        line = f"- Quality floors lowered ({asked.lower}): {sank}."
        CHANGELOG.write_text(noted(CHANGELOG.read_text(encoding="utf-8"), line), encoding="utf-8")
    new.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
