"""The outside sets: what `quotewire` is asked to do with each, which scorer judges it, and what of its answer is shown.

Predictions are made and scored by subprocesses, as anybody would at a terminal. Quick sets stand first.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.quality.narrowing import english, whole, without_json_ld

type Rows = list[tuple[str, str]]
"""Metrics and what was reached, as text."""


class OutsideSet(NamedTuple):
    """`ask` is the command's arguments; `inputs`, `scorer` and `gold` are paths (or a pattern) in the shared folder;
    `narrow` makes of inputs and gold those that are used."""

    name: str
    ask: tuple[str, ...]
    inputs: str
    scorer: str
    gold: str | None
    options: tuple[str, ...]
    read: Callable[[str], Rows]
    narrow: Callable[[Sequence[Path], Path | None, Path], tuple[Sequence[Path], Path | None]] = whole


class Failed(Exception):
    """A set could not be run or scored; the message says which command failed, and how."""


def run(chosen: OutsideSet, shared: Path, out: Path) -> Rows:
    """Make predictions in `out`/NAME.jsonl, score them, and read the figures. Raises `Failed`."""
    found = sorted(shared.glob(chosen.inputs))
    if not found:
        raise Failed(f"{shared / chosen.inputs} is not there")
    inputs, answers = chosen.narrow(found, shared / chosen.gold if chosen.gold else None, out)
    predictions = out / f"{chosen.name}.jsonl"
    began = time.monotonic()
    with predictions.open("wb") as stream:
        made = subprocess.run(
            [sys.executable, "-m", "app.cli", *chosen.ask, *map(str, inputs)], stdout=stream, check=False
        )
    print(f"{chosen.name}: {time.monotonic() - began:.0f} s, exit code {made.returncode}", file=sys.stderr)
    gold = [str(answers)] if answers else []
    command = [sys.executable, str(shared / chosen.scorer), *gold, str(predictions), *chosen.options]
    scored = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return chosen.read(scored.stdout)
    except (ValueError, KeyError, IndexError) as error:
        raise Failed(f"{chosen.scorer} answered {scored.stderr.strip()[-200:] or scored.stdout[-200:]!r}") from error


def quotes(answer: str) -> Rows:
    """Figures of score_quotes.py in scope "said"."""
    found = _objects(answer)[1]
    rows = list(_of_three("quote+speaker", found["QUOTE+SPEAKER PRF"]))
    rows.append(("speaker accuracy", f"{found['speaker acc']:.1f}"))
    if "QUOTE+ENTITY PRF" in found:
        rows += [
            ("quote+entity F1", f"{found['QUOTE+ENTITY PRF'][2]:.1f}"),
            ("entity accuracy", f"{found['entity acc']:.1f}"),
        ]
    return rows


def pages(answer: str) -> Rows:
    """Figures of score_pages.py on pages of one article."""
    found = _objects(answer)[0]
    names = ("body F1", "title", "authors exact", "day", "instant", "extra items")
    return [(name, str(found[name])) for name in names if name in found]


def updates(answer: str) -> Rows:
    """Figures of score_pages.py on pages of many items."""
    found = _objects(answer)[0]
    return [*_of_three("update", found["update P/R/F1"]), ("update instant", str(found["update instant"]))]


def stories(answer: str) -> Rows:
    """B³ of score_stories.py."""
    return list(_of_three("B³", _objects(answer)[0]["B3 P/R/F1"]))


def entities(answer: str) -> Rows:
    """Figures of score_entities.py."""
    found = _objects(answer)[0]
    others = ("mention recall", "link accuracy", "link precision")
    return [*_of_three("B³", found["B3 P/R/F1"]), *((name, str(found[name])) for name in others)]


def seeds(answer: str) -> Rows:
    """The last line of score_seeds.py."""
    told = re.search(
        r"items (\S+), chrome lines in bodies (\S+), quotes right (\S+), given to a wrong person (\S+)", answer
    )
    if told is None:
        raise ValueError("no last line")
    names = ("items right", "chrome lines in bodies", "quotes right", "given to a wrong person")
    return list(zip(names, told.groups(), strict=True))


def _objects(answer: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.splitlines() if line.startswith("{")]


def _of_three(name: str, figures: list[float]) -> Iterator[tuple[str, str]]:
    for letter, figure in zip(("P", "R", "F1"), figures, strict=True):
        yield f"{name} {letter}", str(figure)


_PLAIN, _PAGE, _LINES = ("extract", "--as", "plain", "--jsonl"), ("extract", "--as", "page"), ("--jsonl",)
_PAGES, _QUOTES = "eval/score_pages.py", "eval/score_quotes.py"
_SAID = ("--scope", "said")

SETS: tuple[OutsideSet, ...] = (
    OutsideSet("seeds", _PAGE, "seeds/*.txt", "seeds/score_seeds.py", None, (), seeds),
    *(
        OutsideSet(name, _PLAIN, f"eval/quotes/{name}.jsonl", _QUOTES, f"eval/quotes/{name}.jsonl", _SAID, quotes)
        for name in ("open-pages", "polnear-dev")
    ),
    *(
        OutsideSet(name, _PAGE, "eval/multi/*.html.gz", _PAGES, "eval/multi/gold.jsonl", (), updates, narrow)
        for name, narrow in (("live-blogs", whole), ("live-blogs, no JSON-LD", without_json_ld))
    ),
    OutsideSet("html", _PAGE, "eval/pages/html/*", _PAGES, "eval/pages/gold.jsonl", (), pages),
    *(
        OutsideSet(
            name, (*_PAGE, *_LINES), "eval/pages/dumps.jsonl", _PAGES, "eval/pages/gold.jsonl", (), pages, narrow
        )
        for name, narrow in (("dumps", whole), ("dumps, English", english))
    ),
    OutsideSet(
        "entities",
        ("corpus",),
        "eval/entities/gold.jsonl",
        "eval/score_entities.py",
        "eval/entities/gold.jsonl",
        (),
        entities,
    ),
    OutsideSet(
        "stories",
        ("corpus",),
        "eval/stories/gold.jsonl",
        "eval/score_stories.py",
        "eval/stories/gold.jsonl",
        (),
        stories,
    ),
)
