"""How well stories are told apart as articles arrive: python -m tools.quality.stories [--shared FOLDER]

The articles of ECB+ enter one at a time in the file's order and in three shuffled ones. A threshold is chosen on the
events of half of the topics (even numbers, then odd ones) by mean B-cubed F1 over the orders, and scored on the other
half; both halves are in the stream. Takes ten minutes or more.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count, product
from pathlib import Path
from typing import NamedTuple, override
from uuid import UUID

from app.cli.extract import as_one_article
from app.cli.sources import sources
from app.extract import extract
from app.extract.pipeline import Pipeline
from app.model.findings import Findings
from app.model.resolution import Item, Sketch
from app.resolve.candidates import NoCandidates
from app.resolve.sketches import Places, place
from app.resolve.stories import THRESHOLD
from tools.quality.table import table

SHARED = Path(__file__).parents[3] / "shared"
THRESHOLDS = (0.09, 0.1, 0.11, 0.12, 0.13)
SEEDS = (1, 2, 3)
_AT = datetime(2000, 1, 1, tzinfo=UTC)  # they all fall into one window: the set gives no days
_TOPIC = re.compile(r"\d+")

type Grouping = Sequence[object]
"""The story or the event of each article."""


class Told(NamedTuple):
    """One article of the set: what was found in it, and its event."""

    findings: Findings
    event: str

    @property
    def half(self) -> int:
        """0 for events of even topics, 1 for others: similar events have one topic."""
        topic = _TOPIC.match(self.event)
        return int(topic[0]) % 2 if topic else 0


class Figures(NamedTuple):
    """B-cubed precision, recall and F1."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return "/".join(f"{figure:.3f}" for figure in self)


class Memory(NoCandidates):
    """Sketches by their terms and by their stories; copies are not asked after. Articles come in the order of ids."""

    def __init__(self) -> None:
        self.sketches: dict[UUID, Sketch] = {}
        self._holding: dict[str, list[UUID]] = defaultdict(list)
        self._members: dict[UUID, set[UUID]] = defaultdict(set)

    def keep(self, places: Places) -> None:
        for placed in places.items:
            self.sketches[placed.sketch.article] = placed.sketch
            self._members[placed.sketch.story].add(placed.sketch.article)
            for term in placed.sketch.terms:
                self._holding[term].append(placed.sketch.article)
        for each in places.regrouped:
            self._move(each.article, each.story)
        for judgement in places.merged:
            for article in sorted(self._members[judgement.left]):
                self._move(article, judgement.right)

    @override
    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        found = sorted({article for term in terms for article in self._holding.get(term, ())})
        return [self.sketches[article] for article in found]

    @override
    def members(self, stories: Collection[UUID], most: int) -> Sequence[Sketch]:
        return [self.sketches[article] for story in stories for article in sorted(self._members[story])[-most:]]

    @override
    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        return len(self.sketches), {term: len(self._holding[term]) for term in terms if term in self._holding}

    def _move(self, article: UUID, story: UUID) -> None:
        sketch = self.sketches[article]
        self._members[sketch.story].discard(article)
        self._members[story].add(article)
        self.sketches[article] = replace(sketch, story=story)


def b_cubed(groups: Grouping, events: Grouping) -> Figures:
    """After Bagga and Baldwin (1998): the mean over articles, as score_stories.py has it."""
    both = Counter(zip(groups, events, strict=True))
    of_group, of_event = Counter(groups), Counter(events)
    precision = sum(n * n / of_group[group] for (group, _), n in both.items()) / len(groups)
    recall = sum(n * n / of_event[event] for (_, event), n in both.items()) / len(groups)
    return Figures(precision, recall, 2 * precision * recall / (precision + recall))


def clustered(told: Sequence[Told], order: Sequence[int], threshold: float) -> list[UUID]:
    """The story of each article when all have arrived, in this order."""
    memory, numbers = Memory(), count(1)
    ids = {number: UUID(int=next(numbers)) for number in order}
    for number in order:
        item = Item(id=ids[number], at=_AT, findings=told[number].findings)
        memory.keep(place([item], memory, lambda: UUID(int=next(numbers)), threshold))
    return [memory.sketches[ids[number]].story for number in range(len(told))]


def orders(count: int) -> list[list[int]]:
    """The file's order, and shuffled ones."""
    return [list(range(count)), *(random.Random(seed).sample(range(count), count) for seed in SEEDS)]


def scored(told: Sequence[Told], setting: tuple[Sequence[int], float]) -> tuple[Figures, Figures, Figures]:
    """B-cubed of the events of even topics, of odd ones, and of all."""
    groups = clustered(told, *setting)
    halves = [[at for at, each in enumerate(told) if each.half == half] for half in (0, 1)]
    even, odd, every = (
        b_cubed([groups[at] for at in those], [told[at].event for at in those]) for those in (*halves, range(len(told)))
    )
    return even, odd, every


def read(gold: Path) -> list[Told]:
    """The articles with their mentions."""
    pipeline = Pipeline.load(None)
    events = [json.loads(line)["event"] for line in gold.read_text(encoding="utf-8").splitlines()]
    return [
        Told(Findings(article=article, mentions=extract(article, pipeline).mentions), event)
        for source, event in zip(sources([gold], jsonl=True), events, strict=True)
        if source.document and (article := as_one_article(source.document, source.title))
    ]


def rows(told: Sequence[Told]) -> Iterable[list[str]]:
    """A row for each threshold, then one for each half that a threshold is chosen on."""
    settings = list(product(THRESHOLDS, orders(len(told))))
    with ProcessPoolExecutor(2) as processes:
        found = list(processes.map(partial(scored, told), [(order, threshold) for threshold, order in settings]))
    of = {
        threshold: [each for at, each in zip(settings, found, strict=True) if at[0] == threshold]
        for threshold, _ in settings
    }
    for threshold, runs in of.items():
        yield _row(f"all at {threshold}{' (ours)' if threshold == THRESHOLD else ''}", [every for *_, every in runs])
    for half, name in enumerate(("even", "odd")):
        chosen = max(of, key=lambda threshold: sum(run[half].f1 for run in of[threshold]))
        yield _row(f"chosen on {name} topics: {chosen}; the others", [run[1 - half] for run in of[chosen]])


def _row(name: str, runs: Sequence[Figures]) -> list[str]:
    f1 = [run.f1 for run in runs]
    return [name, *map(str, runs), f"{sum(f1) / len(f1):.3f}", f"{min(f1):.3f}–{max(f1):.3f}"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.quality.stories", description=(__doc__ or "").split(":")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help=f"the folder of outside data (default: {SHARED})")
    told = read(parser.parse_args().shared / "eval/stories/gold.jsonl")
    head = ("B³ P/R/F1", "file's order", *(f"shuffled {seed}" for seed in SEEDS), "mean F1", "spread")
    print("\n".join(table(head, list(rows(told)))))


if __name__ == "__main__":
    main()
