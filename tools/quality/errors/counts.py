"""Counts of what goes wrong: for every gold quote its fate and what it shows, for every wrong prediction its look."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from tools.quality.errors.looks import look
from tools.quality.errors.phenomena import SHOWN
from tools.quality.errors.seen import Seen
from tools.quality.figures import Figure, overall
from tools.quality.lines import Compared
from tools.quality.scoring import Pair


class Fate(StrEnum):
    """What becomes of a gold quote; in this order, the first that holds."""

    NOT_FOUND = "not found"
    BOUNDARY = "content boundary (IoU < .5)"
    SPEAKER = "wrong speaker"
    RIGHT = "right"


class Counts(NamedTuple):
    """Of one file of predictions. `shown` counts gold quotes by phenomenon and fate, `spurious` predictions by look."""

    figures: dict[str, Figure]
    fates: Counter[Fate]
    shown: Counter[tuple[str, Fate]]
    spurious: Counter[str]


def counted(texts: Iterable[Compared]) -> Counts:
    """Count over all texts of a set."""
    seen = list(texts)
    result = Counts(overall(text.judgement for text in seen), Counter(), Counter(), Counter())
    for text in seen:
        for pair in text.judgement.pairs:
            _count(result, Seen(text.text, pair.gold, text.gold), fate(pair))
        for gold in text.judgement.missed:
            _count(result, Seen(text.text, gold, text.gold), Fate.NOT_FOUND)
        for found in text.judgement.spurious:
            result.spurious[look(Seen(text.text, found, text.gold))] += 1
    return result


def fate(pair: Pair) -> Fate:
    if not pair.content_right:
        return Fate.BOUNDARY
    return Fate.RIGHT if pair.speaker_right else Fate.SPEAKER


def _count(counts: Counts, seen: Seen, became: Fate) -> None:
    counts.fates[became] += 1
    for name, rule in SHOWN:
        if rule(seen):
            counts.shown[name, became] += 1
