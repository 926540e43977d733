"""Every near copy and hard negative put to `resolve`, and what came out counted by kind."""

import random
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.kit.ids import new_id
from app.model.resolution import Item
from app.resolve.sketches import place
from tests.quality.copies.edits import EDITS, Story
from tests.quality.copies.siblings import SHARING, TEMPLATES, Pair
from tests.resolve.making import item
from tests.resolve.memory import Memory
from training.annotated import examples

GOLD = Path(__file__).resolve().parents[1] / "gold"
BASES, SIBLINGS = 60, 40
SEED = 4
_FEWEST_PARAGRAPHS, _FEWEST_WORDS = 4, 150


class Case(NamedTuple):
    """A text that comes after those known, and the one that it copies (None for a hard negative)."""

    kind: str
    story: Story
    of: UUID | None


class Tally(NamedTuple):
    """Of one kind: how many there are, how many were called a copy of the right text, and how many of a wrong one."""

    cases: int
    right: int
    wrong: int


def stories() -> tuple[list[Story], list[Story]]:
    """Invented articles of four paragraphs and 150 words or more out of all our gold: those that get near copies, and
    others, of which hard negatives are made."""
    texts = (example.text for part in ("test", "train") for example in examples(GOLD / part))
    whole = [text.split("\n\n") for text in texts]
    long = [each for each in whole if len(each) >= _FEWEST_PARAGRAPHS and len(" ".join(each).split()) >= _FEWEST_WORDS]
    spread = [Story(_title(each), tuple(each)) for at in range(4) for each in long[at::4]]
    return spread[:BASES], spread[BASES:]


def measured(seed: int = SEED) -> dict[str, Tally]:
    """The tally of each kind. The known texts are all there before the first case comes; the cases do not see each
    other."""
    chance = random.Random(seed)
    memory, numbers = Memory(), count(1)
    cases = list(_cases(*stories(), memory, numbers, chance))
    told: dict[str, list[tuple[bool, bool]]] = {}
    for case in cases:
        [placed] = place([_item(next(numbers), case.story)], memory, new_id).items
        of = placed.copy.of if placed.copy else None
        told.setdefault(case.kind, []).append((of is not None and of == case.of, of not in (None, case.of)))
    return {
        kind: Tally(len(each), sum(right for right, _ in each), sum(wrong for _, wrong in each))
        for kind, each in told.items()
    }


def precision(tallies: Iterable[Tally]) -> float:
    """Of those called a copy, the share that is one, and of that text."""
    kept = list(tallies)
    right, wrong = sum(each.right for each in kept), sum(each.wrong for each in kept)
    return right / max(1, right + wrong)


def recall(tallies: Iterable[Tally]) -> float:
    """Of the near copies, the share that was found."""
    kept = list(tallies)
    return sum(each.right for each in kept) / max(1, sum(each.cases for each in kept))


def _cases(
    bases: list[Story], others: list[Story], memory: Memory, numbers: Iterator[int], chance: random.Random
) -> Iterator[Case]:
    for base in bases:
        of = _keep(memory, _item(next(numbers), base))
        for kind, edit in EDITS.items():
            yield Case(kind, edit(base, chance), of)
    for kind, (first, second) in _pairs(others, chance):
        _keep(memory, _item(next(numbers), first))
        yield Case(kind, second, None)


def _pairs(others: list[Story], chance: random.Random) -> Iterator[tuple[str, Pair]]:
    for kind, template in TEMPLATES.items():
        for _ in range(SIBLINGS):
            yield kind, template(chance)
    unused = iter(others)
    for kind, sharing in SHARING.items():
        for _ in range(SIBLINGS):
            yield kind, sharing(next(unused), next(unused))


def _title(paragraphs: list[str]) -> str:
    return " ".join(paragraphs[1].split(" ")[:8])


def _item(number: int, story: Story) -> Item:
    return item(number, title=story.title, body="\n\n".join(story.paragraphs))


def _keep(memory: Memory, known: Item) -> UUID:
    [placed] = place([known], memory, new_id).items
    memory.sketches[known.id] = placed.sketch
    return known.id
