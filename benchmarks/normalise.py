"""How fast pages become articles, next to trafilatura, in one run.

    .venv/bin/python -m benchmarks.normalise [FOLDER] [--rounds 5]

All contenders read the same pages in turns, so what slows the machine down slows all of them: trust the ratios, not the
figures. FOLDER holds .html and .html.gz files; without it, pages invented for this project are read again and again.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import measures
from benchmarks.pages import pages

OURS = "quotewire read + normalise (bytes to articles)"
_TRAFILATURA = "trafilatura, fast mode"
_PLAIN = "trafilatura, fast mode, text alone"


def main() -> int:
    """Measure and print; 1 where there is nothing to measure on."""
    options = _options()
    try:
        found = pages(options.folder)
    except (OSError, ValueError) as error:
        print(f"benchmarks.normalise: {error}", file=sys.stderr)
        return 1
    print(f"… {options.rounds} rounds over {len(found):,} pages", file=sys.stderr, flush=True)
    print(_speeds(measures.rates(contenders, found, options.rounds)), flush=True)
    return 0


def contenders() -> Mapping[str, Callable[[bytes], object]]:
    """Each takes a page's bytes; what it needs is imported before the clock runs."""
    import trafilatura  # noqa: PLC0415 - in the measuring process

    return {
        OURS: _ours(),
        _TRAFILATURA: lambda page: trafilatura.bare_extraction(page, fast=True, with_metadata=True),
        _PLAIN: lambda page: trafilatura.bare_extraction(page, fast=True, with_metadata=False),
    }


def _ours() -> Callable[[bytes], object]:
    from app.kit.clock import now  # noqa: PLC0415
    from app.kit.ids import new_id  # noqa: PLC0415
    from app.model.document import Document  # noqa: PLC0415
    from app.normalise import normalise  # noqa: PLC0415
    from app.read import read  # noqa: PLC0415

    def articles(page: bytes) -> object:
        document = Document(id=new_id(), content=page, media_type="text/html", received_at=now())
        return normalise(document, read(document).parts)

    return articles


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.normalise", description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads all the pages")
    return parser.parse_args()


def _speeds(rates: Mapping[str, float]) -> str:
    lines = ["pages a second, one core, one thread"]
    lines += [f"  {name:46} {rate:8,.1f}   ours / this {rates[OURS] / rate:5.2f}" for name, rate in rates.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
