"""Which of the figures on the scene is meant: each is weighed, and an answer needs a margin."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from app.attribute.figures import Figure
from app.attribute.scene import Presence, Scene

_ALONE, _UNNAMED = 1.4, 0.6
_BASE, _STEP, _SUREST, _ALMOST_NOBODY = 0.55, 0.15, 0.9, 0.2


class Choice(NamedTuple):
    """The figure that is meant, how sure that is (0–1), and why."""

    figure: Figure
    confidence: float
    reason: str


class Weighed(NamedTuple):
    figure: Figure
    weight: float
    reason: str


Fit = Callable[[Figure], float]


class Demand(NamedTuple):
    """What an answer needs: the least weight, and how many times that of the next figure."""

    least: float = 0.2
    margin: float = 1.3


USUAL = Demand()


def choose(
    scene: Scene, fit: Fit, barred: Collection[Figure] = (), only: Figure | None = None, demand: Demand = USUAL
) -> Choice | None:
    """The figure most present among those that fit, if no other comes near; None where nobody is sure.

    `barred` are not meant; `only` is the one person of the article whom the word can mean, if there is one, which
    counts unless unnamed others who fit are on the scene. An unnamed "sister" weighs as much as somebody named, since
    her sex is told; an unnamed "driver" weighs less.
    """
    strange = any(fit(figure) for figure, _ in scene.present() if figure.mention is None)
    alone = None if strange else only
    weighed = sorted(_weighed(scene, fit, barred, alone), key=lambda found: -found.weight)
    if not weighed or weighed[0].weight < demand.least:
        return None
    best, second = weighed[0], weighed[1].weight if len(weighed) > 1 else 0.0
    ratio = best.weight / max(second, _ALMOST_NOBODY)
    if second and ratio < demand.margin:
        return None
    return Choice(best.figure, round(min(_SUREST, _BASE + _STEP * ratio), 2), best.reason)


def _weighed(scene: Scene, fit: Fit, barred: Collection[Figure], only: Figure | None) -> Iterator[Weighed]:
    for figure, presence in scene.present():
        fitness = 0.0 if figure in barred else fit(figure)
        if fitness:
            if figure is only:
                fitness *= _ALONE
            elif figure.mention is None and figure.called and figure.sex is None:
                fitness *= _UNNAMED
            weight = scene.weight(figure, presence) * fitness
            yield Weighed(figure, weight, _reason(scene, figure, presence, only))


def _reason(scene: Scene, figure: Figure, presence: Presence, only: Figure | None) -> str:
    if figure is only:
        return "the only one of that sex whom the article names"
    distance = scene.sentence - presence.sentence
    where = ("in this sentence", "in the sentence before")[distance] if distance < 2 else "a few sentences before"
    return f"who spoke last, {where}" if presence.spoke else f"the most prominent one {where}"
