"""How fast the complete extraction is, next to others, in one run.

    .venv/bin/python -m benchmarks.extract [FILE.jsonl] [--words 10000] [--long 100000]

All contenders read the same texts in turns, so what slows the machine down slows all of them: trust the ratios, not the
figures. FILE.jsonl holds `{"text": …}` a line; without it, articles invented for this project are read again and again.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from app.kit.processor import tune_products
from benchmarks import measures
from benchmarks.contenders import OURS
from benchmarks.measures import Long
from benchmarks.texts import articles, repeated

_ROUNDS = 3
_SHORT, _SHORT_TIMES = 5_000, 3
_NO_TEXTACY = """  (textacy is not installed and not measured; it takes an environment of its own:
   python3.12 -m venv ENV && ENV/bin/pip install -r requirements/runtime.lock && ENV/bin/pip install textacy
   ENV/bin/python -m benchmarks.extract)"""


def main() -> int:
    """Measure and print; 1 where there is nothing to measure on."""
    options = _options()
    os.environ.update(measures.ONE_THREAD)
    tune_products(os.environ)
    try:
        texts = articles(options.file)
    except (OSError, ValueError, KeyError) as error:
        print(f"benchmarks.extract: {error!r}", file=sys.stderr)
        return 1
    sample = repeated(texts, options.words)
    _progress(f"1 of 3: {_ROUNDS} rounds over {options.words:,} words, about a minute")
    print(_speeds(measures.speeds(sample, _ROUNDS)), flush=True)
    _progress("2 of 3: one process, then two, about a minute")
    print(_throughput([measures.throughput(sample, processes) for processes in (1, 2)]), flush=True)
    _progress(f"3 of 3: one document of {options.long:,} words, about a minute for 100,000")
    lengths = [(_document(texts, _SHORT), _SHORT_TIMES), (_document(texts, options.long), 1)]
    print(_costs(measures.long(lengths)), flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.extract", description=main.__doc__)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--words", type=int, default=10_000, help="words of each round")
    parser.add_argument("--long", type=int, default=100_000, help="words of the long document")
    return parser.parse_args()


def _document(texts: Sequence[str], length: int) -> str:
    return "\n\n".join(repeated(texts, length))


def _progress(step: str) -> None:
    print(f"… {step}", file=sys.stderr, flush=True)


def _speeds(speeds: dict[str, float]) -> str:
    lines = ["words a second, one core, one thread"]
    lines += [f"  {name:46} {speed:8,.0f}   ours / this {speeds[OURS] / speed:5.2f}" for name, speed in speeds.items()]
    return "\n".join(lines if find_spec("textacy") else [*lines, _NO_TEXTACY])


def _throughput(speeds: Sequence[float]) -> str:
    one, two = speeds
    return f"words a second, wall time\n  one process {one:8,.0f}, two {two:8,.0f}   two / one {two / one:5.2f}"


def _costs(costs: Sequence[Long]) -> str:
    lines = ["one fresh worker process: cost of a word, peak memory since it began"]
    lines += [f"  {c.words:9,} words {c.seconds_a_word * 1000:7.3f} ms {c.megabytes:6,.0f} MB" for c in costs]
    return "\n".join([*lines, f"  long / short {costs[-1].seconds_a_word / costs[0].seconds_a_word:5.2f}"])


if __name__ == "__main__":
    sys.exit(main())
