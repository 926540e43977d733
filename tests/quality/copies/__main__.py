"""python -m tests.quality.copies [SEED]: near copies found by kind, and hard negatives called copies.

Another seed makes other edits and other pairs of the same articles and templates."""

import sys

from tests.quality.copies.edits import EDITS
from tests.quality.copies.measuring import SEED, measured, precision, recall


def main(seed: int) -> int:
    tallies = measured(seed)
    print(f"{'kind':20}{'cases':>7}{'found':>7}{'wrong':>7}{'recall':>8}")
    for kind, each in tallies.items():
        share = f"{recall([each]):8.3f}" if kind in EDITS else ""
        print(f"{kind:20}{each.cases:7}{each.right:7}{each.wrong:7}{share}")
    found = recall(tallies[kind] for kind in EDITS)
    print(f"precision {precision(tallies.values()):.3f}, recall {found:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SEED))
