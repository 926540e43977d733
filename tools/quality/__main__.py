"""How good Quotewire is, in one table: python -m tools.quality [--shared FOLDER] [--only SET …] [--keep FOLDER]

The outside sets (their texts belong to their publishers and cannot be shipped) are where --shared points; where nothing
is, our own gold alone is measured. The slow sets take minutes.
"""

import argparse
import sys
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from tools.quality import outside
from tools.quality.gold import measured
from tools.quality.peers import KNOWN, NOTES, Known
from tools.quality.table import table

OWN = "own"
SHARED = Path(__file__).parents[3] / "shared"
_HEAD = ("set", "metric", "ours", "prototype", "other systems", "people")


def own() -> Iterator[list[str]]:
    """The rows of our own gold: a figure, and of how many."""
    figures, phenomena = measured()
    for name, figure in figures.items():
        part, _, metric = name.partition(": ")
        yield [f"own {part}", metric, f"{figure.value:.1f}", "", "", ""]
    worst = sorted(phenomena.items(), key=lambda entry: entry[1].value)[:5]
    for name, figure in worst:
        yield ["own, worst", name, f"{figure.value:.1f} of {figure.of}", "", "", ""]


def outside_rows(shared: Path, asked: Collection[str], keep: Path) -> Iterator[list[str]]:
    """The rows of the outside sets asked for. One that fails has a row that says so."""
    chosen = [one for one in outside.SETS if not asked or one.name in asked]
    for number, one in enumerate(chosen, 1):
        print(f"[{number}/{len(chosen)}] {one.name} …", file=sys.stderr)
        try:
            for metric, reached in outside.run(one, shared, keep):
                known = KNOWN.get((one.name, metric), Known())
                yield [one.name, metric, reached, known.prototype, known.others, known.human]
        except outside.Failed as failed:
            yield [one.name, f"failed: {failed}", "", "", "", ""]


def main() -> int:
    names = [OWN, *(one.name for one in outside.SETS)]
    parser = argparse.ArgumentParser(prog="python -m tools.quality", description=(__doc__ or "").split(":")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the folder of outside data (default: {SHARED})")
    parser.add_argument("--only", nargs="+", choices=names, default=[], metavar="SET", help=", ".join(names))
    parser.add_argument("--keep", type=Path, help="keep the predictions here, one file a set")
    asked = parser.parse_args()
    rows = list(own()) if OWN in asked.only or not asked.only else []
    outsiders = [name for name in asked.only if name != OWN]
    if not (asked.shared / "eval").is_dir():
        print(f"No outside data in {asked.shared}: only our own gold is measured.", file=sys.stderr)
    elif outsiders or not asked.only:
        with tempfile.TemporaryDirectory(prefix="quotewire-quality-") as passing:
            keep = asked.keep or Path(passing)
            keep.mkdir(parents=True, exist_ok=True)
            rows += outside_rows(asked.shared, outsiders, keep)
    print("\n".join(table(_HEAD, rows)))
    shown = " ".join(" ".join(row) for row in rows)
    print("".join(f"\n{note}" for note in NOTES if note[:3] in shown))
    return 1 if any(row[1].startswith("failed: ") for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
