"""Which of the figures on the scene is meant: each weighed by a few readable reasons, and an answer only with a margin."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from app.attribute.figures import Figure
from app.attribute.nouns import Sort
from app.attribute.scene import Presence, Scene
from app.model.mention import EntityKind

LEAST, MARGIN = 0.2, 1.25
_UNSEXED, _ALONE = 0.8, 1.4


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


def fits_person(sex: str | None) -> Fit:
    """How well a figure fits "he" or "she"; 0 where it cannot be meant."""

    def fit(figure: Figure) -> float:
        if figure.sort is not Sort.PERSON or figure.plural or (figure.sex and sex and figure.sex != sex):
            return 0.0
        return 1.0 if figure.sex == sex else _UNSEXED

    return fit


def fits_body(figure: Figure) -> float:
    """How well a figure fits "it": a body or paper, a place less well."""
    if figure.sort is Sort.PERSON or figure.plural:
        return 0.0
    return 0.25 if is_place(figure) else 1.0


def fits_group(figure: Figure) -> float:
    """How well a figure fits "they": several, or a body."""
    if figure.plural:
        return 1.0
    return 0.7 if figure.sort is Sort.BODY and not is_place(figure) else 0.0


def is_place(figure: Figure) -> bool:
    return figure.mention is not None and figure.mention.entity_kind is EntityKind.PLACE


def choose(
    scene: Scene,
    fit: Fit,
    barred: Iterable[Figure] = (),
    only: Figure | None = None,
    *,
    speaks: bool = True,
    margin: float = MARGIN,
    least: float = LEAST,
) -> Choice | None:
    """The figure most present among those that fit, if no other comes near; None where nobody is sure.

    `barred` are not meant; `only` is the one person of the article whom the word can mean, if there is one.
    """
    out = set(barred)
    weighed = sorted(_weighed(scene, fit, out, only, speaks), key=lambda found: -found.weight)
    if not weighed or weighed[0].weight < least:
        return None
    best, second = weighed[0], weighed[1].weight if len(weighed) > 1 else 0.0
    ratio = best.weight / max(second, LEAST)
    if second and ratio < margin:
        return None
    return Choice(best.figure, round(min(0.9, 0.55 + 0.15 * ratio), 2), best.reason)


def _weighed(scene: Scene, fit: Fit, barred: set[Figure], only: Figure | None, speaks: bool) -> Iterator[Weighed]:
    for figure, presence in scene.present():
        fitness = 0.0 if figure in barred else fit(figure)
        if fitness:
            alone = _ALONE if figure is only else 1.0
            weight = scene.weight(figure, presence, speaks=speaks) * fitness * alone
            yield Weighed(figure, weight, _reason(scene, figure, presence, only))


def _reason(scene: Scene, figure: Figure, presence: Presence, only: Figure | None) -> str:
    if figure is only:
        return "the only one of that sex whom the article names"
    distance = scene.sentence - presence.sentence
    where = ("in this sentence", "in the sentence before")[distance] if distance < 2 else "a few sentences before"
    return f"who spoke last, {where}" if presence.spoke else f"the most prominent one {where}"
