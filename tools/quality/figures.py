"""Figures of judged texts: overall, and by what an example shows. All are percentages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tools.quality.scoring import Judgement, Pair, Saying, overlap


class Figure(NamedTuple):
    """A percentage, and of how many things it is one."""

    value: float
    of: int

    @classmethod
    def share(cls, part: int, whole: int) -> "Figure":
        return cls(round(100 * part / whole, 1) if whole else 0.0, whole)


class Judged(NamedTuple):
    """An example's name, the phenomena it shows, and what came of it."""

    name: str
    phenomena: tuple[str, ...]
    judgement: Judgement


def overall(judgements: Iterable[Judgement]) -> dict[str, Figure]:
    """Precision, recall and F1 of quotes with their speakers; the rest of the quotes whose content is right."""
    seen = list(judgements)
    pairs = [pair for judgement in seen for pair in judgement.pairs]
    gold = len(pairs) + sum(len(judgement.missed) for judgement in seen)
    found = len(pairs) + sum(len(judgement.spurious) for judgement in seen)
    content = [pair for pair in pairs if pair.content_right]
    given = [pair for pair in content if pair.found.entity]
    addressed = [pair for pair in content if pair.gold.addressee]
    right, entities = _count(content, "speaker_right"), _count(content, "entity_right")
    return {
        "quote+speaker P": Figure.share(right, found),
        "quote+speaker R": Figure.share(right, gold),
        "quote+speaker F1": _f1(right, found, gold),
        "speaker accuracy": Figure.share(right, len(content)),
        "quote+entity F1": _f1(entities, found, gold),
        "entities given that are right": Figure.share(_count(given, "entity_right"), len(given)),
        "addressee found": Figure.share(
            sum(overlap(pair.gold.addressee, pair.found.addressee) for pair in addressed), len(addressed)
        ),
    }


def recall(judged: Sequence[Judged]) -> dict[str, Figure]:
    """By phenomenon: of the quotes in the examples that carry it, those right with their speaker."""
    right: dict[str, int] = defaultdict(int)
    gold: dict[str, int] = defaultdict(int)
    for example in judged:
        for phenomenon in example.phenomena:
            right[phenomenon] += sum(pair.right for pair in example.judgement.pairs)
            gold[phenomenon] += len(example.judgement.pairs) + len(example.judgement.missed)
    return {phenomenon: Figure.share(right[phenomenon], gold[phenomenon]) for phenomenon in gold}


def silence(judged: Sequence[Judged]) -> dict[str, Figure]:
    """By phenomenon: the share of the examples that carry it in which nothing was taken for a quote that is none."""
    silent: dict[str, int] = defaultdict(int)
    all_: dict[str, int] = defaultdict(int)
    for example in judged:
        for phenomenon in example.phenomena:
            silent[phenomenon] += not example.judgement.spurious
            all_[phenomenon] += 1
    return {phenomenon: Figure.share(silent[phenomenon], all_[phenomenon]) for phenomenon in all_}


def wrong(judgement: Judgement) -> tuple[list[Saying], list[Saying]]:
    """The gold quotes that were not got right, and the predictions that are not right."""
    failed = [pair for pair in judgement.pairs if not pair.right]
    return [*judgement.missed, *(p.gold for p in failed)], [*judgement.spurious, *(p.found for p in failed)]


def _count(pairs: Iterable[Pair], property_: str) -> int:
    return sum(getattr(pair, property_) for pair in pairs)


def _f1(right: int, found: int, gold: int) -> Figure:
    """F1 = 2 · right / (found + gold), which is 2PR / (P + R)."""
    return Figure(Figure.share(2 * right, found + gold).value, gold)
