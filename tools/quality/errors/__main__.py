"""What goes wrong in attribution, by phenomenon: python -m tools.quality.errors GOLD.jsonl PRED.jsonl [AFTER.jsonl]

GOLD is a set of the outside data's form, PRED what `quotewire extract --as plain --jsonl` makes of it; two files of
predictions are before and after. Prints Markdown with counts alone: no word of a text leaves the files.
"""

import argparse
from pathlib import Path

from tools.quality.errors.counts import counted
from tools.quality.errors.report import report, rules
from tools.quality.lines import compared


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.quality.errors", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path, nargs="+", help="one file, or two: before and after")
    parser.add_argument("--heading", help="what the set is called (default: the gold file's name)")
    parser.add_argument("--rules", action="store_true", help="say at the end how the phenomena are told")
    asked = parser.parse_args()
    if len(asked.predictions) > 2:
        parser.error("give one file of predictions, or two: before and after")
    names = ("before", "after") if len(asked.predictions) == 2 else ("count",)
    columns = {name: counted(compared(asked.gold, file)) for name, file in zip(names, asked.predictions, strict=True)}
    print(report(asked.heading or asked.gold.stem, columns))
    if asked.rules:
        print(rules())


if __name__ == "__main__":
    main()
