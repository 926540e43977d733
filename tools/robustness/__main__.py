"""Send a folder of files, and damaged pages, through API and worker: python -m tools.robustness FOLDER [--mutations N]

Every file below FOLDER, its bytes alone saying what it is, then N damaged copies of our example pages; a throwaway
embedded PostgreSQL, the real models. Prints how many were read, refused (and why), crashed and lost; the last two must
be 0, and the exit code tells.
"""

import argparse
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import structlog

from app.cli.corpus import throwaway_database
from app.settings import Settings
from tools.robustness.mutations import mutated
from tools.robustness.sending import Outcome, Sent, send

EXAMPLES = Path(__file__).parents[2] / "examples"
TYPES = ("text/html", "text/plain", "application/octet-stream", "application/xml")


def files(folder: Path) -> Iterator[Sent]:
    """Every file below a folder, in order."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield Sent(str(path.relative_to(folder)), path.read_bytes())


def damaged(count: int, seed: int = 1) -> Iterator[Sent]:
    """So many damaged copies of the example pages, the same for the same seed."""
    random = Random(seed)
    examples = [one for one in files(EXAMPLES) if not one.name.startswith("README")]
    for number in range(count):
        example = random.choice(examples)
        yield Sent(f"{example.name}#{number}", mutated(example.content, random), random.choice(TYPES))


def told(name: str, outcome: Outcome) -> int:
    """Print an outcome; 1 where anything crashed or was lost."""
    print(
        f"{name}: {outcome.read} read, {outcome.refused.total()} refused with a reason, "
        f"{len(outcome.crashed)} crashed, {len(outcome.lost)} lost"
    )
    for reason, count in outcome.refused.most_common():
        print(f"  {count:5} × {reason}")
    for line in (*outcome.crashed, *outcome.lost):
        print(f"  ! {line}")
    return 1 if outcome.crashed or outcome.lost else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.robustness", description=(__doc__ or "").split(":")[0])
    parser.add_argument("folder", type=Path, help="feeds, pages, anything")
    parser.add_argument("--mutations", type=int, default=500, help="so many damaged pages (default: 500)")
    given = parser.parse_args()
    settings = Settings(rate_limit_per_minute=1_000_000)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    failed = 0
    with throwaway_database() as database:
        for name, documents in ((str(given.folder), files(given.folder)), ("damaged", damaged(given.mutations))):
            failed |= told(name, send(database, settings, documents))
    return failed


if __name__ == "__main__":
    sys.exit(main())
