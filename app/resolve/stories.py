"""Which stories the articles near a new one make, now that it has come: clustering as articles arrive.

After the topic detection and tracking line of work (Allan, Papka and Lavrenko 1998; Yang, Pierce and Carbonell 1998):
TF-IDF cosine within a time window. What decided once and for all depends on the order of arrival, so an article's
neighbourhood (the stories of the articles nearest to it, whole) is grouped anew when it comes, by average linkage. A
group keeps the story that most of its articles were in. A group that came out comes out again from its own articles
alone: a second look at the same articles changes nothing.

Document frequencies come from what is stored; candidates are asked for by the article's rarest terms alone, and only
the nearest of them, and the latest articles of the nearest stories, are compared: the cost follows these bounds and not
the size of the store.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import numpy as np

from app.model.resolution import Sketch
from app.resolve.linkage import Matrix, grouped
from app.resolve.rarity import Rarity, likenesses, shared_terms

WINDOW = timedelta(days=7)
THRESHOLD = 0.11
# How many of the weightiest terms (that others have too) candidates are asked for.
ASKED = 12
# So many of the candidates are compared: those that share the most.
COMPARED = 30
# An article less like than this is not near: no group that it is in is on average like enough.
NEAR = 0.03
# The stories of so many articles are grouped anew, the nearest.
NEAREST = 12
# A story of more articles than this stays whole, and its latest so many stand for it.
WHOLE = 40
# So many shared terms are told.
TOLD = 5


@dataclass(frozen=True, slots=True)
class Placing:
    """The story of each article that was looked at (`stories`) and why, for the arrived one and those that moved;
    `whole` are stories of many articles that became part of another, by what they became."""

    stories: Mapping[UUID, UUID]
    reasons: Mapping[UUID, tuple[str, ...]]
    whole: Mapping[UUID, UUID]


def asked(terms: Mapping[str, int], rare: Rarity) -> tuple[str, ...]:
    """The terms to ask candidates by: those that weigh most among those that some other article has."""
    vector = rare.weighed(terms)
    shared = [term for term in vector if term not in rare.alone]
    return tuple(sorted(shared, key=lambda term: (-vector[term], term))[:ASKED])


def nearest(terms: Mapping[str, int], nearby: Sequence[Sketch], rare: Rarity) -> list[Sketch]:
    """The candidates that share the weightiest terms, in their order."""
    own = rare.weighed(terms)
    shares = {sketch.article: sum(w for term, w in own.items() if term in sketch.terms) for sketch in nearby}
    near = sorted(nearby, key=lambda sketch: (-shares[sketch.article], sketch.article))[:COMPARED]
    kept = {sketch.article for sketch in near}
    return [sketch for sketch in nearby if sketch.article in kept]


def near_stories(arrived: Sketch, near: Sequence[Sketch], rare: Rarity) -> list[UUID]:
    """The stories of the nearest articles, the nearest first. `rare` knows the terms of all.

    So many articles, not stories: which those are does not change with the stories that they are in.
    """
    alike = likenesses([rare.unit(sketch.terms) for sketch in (arrived, *near)])[0, 1:]
    by_likeness = sorted(zip(-alike, near, strict=True), key=lambda pair: (pair[0], pair[1].article))
    return list(dict.fromkeys(sketch.story for less, sketch in by_likeness[:NEAREST] if -less >= NEAR))


def placed(
    arrived: Sketch,
    others: Sequence[Sketch],
    rare: Rarity,
    new_id: Callable[[], UUID],
    threshold: float = THRESHOLD,
) -> Placing:
    """Group an article and those of the stories near it anew.

    `arrived.story` is the story it was in before, or its own id where it is new: then that names the story that it
    begins. `others` are all of those stories, up to one more than `WHOLE` of each. `rare` knows the terms of all.
    """
    sketches = sorted((arrived, *others), key=lambda sketch: sketch.article)
    units = [rare.unit(sketch.terms) for sketch in sketches]
    alike, comparable = likenesses(units), _comparable(sketches)
    groups = grouped(alike, comparable, _start(sketches, arrived.article), threshold)
    names = _names([[sketches[at] for at in group] for group in groups], new_id)
    stories = {sketches[at].article: name for name, group in zip(names, groups, strict=True) for at in group}
    reasons = {}
    for group in groups:
        for at in group:
            sketch = sketches[at]
            if sketch.article == arrived.article or stories[sketch.article] != sketch.story:
                mates = [each for each in group if each != at and comparable[at, each]]
                terms = shared_terms(units[at], (units[each] for each in mates), TOLD)
                reasons[sketch.article] = _reasons(alike[at, mates], terms)
    many = {story for story, count in Counter(each.story for each in others).items() if count > WHOLE}
    whole = {each.story: stories[each.article] for each in others if each.story in many}
    return Placing(stories, reasons, {story: into for story, into in whole.items() if story != into})


def _comparable(sketches: Sequence[Sketch]) -> Matrix:
    """Whether two articles are of one time window."""
    times = np.array([sketch.at.timestamp() for sketch in sketches])
    within: Matrix = (np.abs(times[:, None] - times[None, :]) <= WINDOW.total_seconds()).astype(float)
    return within


def _start(sketches: Sequence[Sketch], arrived: UUID) -> list[list[int]]:
    """Every article by itself, but those of a story of many together."""
    together: dict[UUID, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        if sketch.article != arrived:
            together[sketch.story].append(at)
    start = [[at] for at, sketch in enumerate(sketches) if sketch.article == arrived]
    for group in together.values():
        start += [group] if len(group) > WHOLE else [[at] for at in group]
    return sorted(start)


def _names(groups: Sequence[Sequence[Sketch]], new_id: Callable[[], UUID]) -> list[UUID]:
    """The story of each group. A story goes to the group that has most of its articles, a group takes of several the
    one that most of its articles come from, of equals the oldest; one that has none begins a story."""
    votes = sorted(
        (-count, story, at)
        for at, group in enumerate(groups)
        for story, count in Counter(sketch.story for sketch in group).items()
    )
    given: dict[UUID, int] = {}
    names: dict[int, UUID] = {}
    for _, story, at in votes:
        if story not in given:
            given[story] = at
            names.setdefault(at, story)
    return [names.get(at) or new_id() for at in range(len(groups))]


def _reasons(alike: Matrix, terms: Sequence[str]) -> tuple[str, ...]:
    if not len(alike):
        return ()
    articles = "article" if len(alike) == 1 else "articles"
    return (f"likeness {alike.mean():.2f} to {len(alike)} {articles} of the story", f"shared terms: {', '.join(terms)}")
