"""Which earlier article an article is a later version of: the same address, or the same outlet, text and title.

A copy is a reprint elsewhere; a version is what one outlet made of its own article later on. Versions are in the order
of arrival, since the times that pages give are those of the first version as often as not. An address tells an article
that has it alone; what stands among others on a page or in a feed is told by its text.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from app.model.naming import fold
from app.model.resolution import Sketch, Version
from app.resolve.copies import closest, near, reasons
from app.resolve.likeness import Likeness, gist, likeness
from app.resolve.words import words

# At one address this share of all runs of three words is enough where even the title has changed.
JACCARD = 0.2
# So many of all the words of both titles are in both.
TITLES = 0.5
# Texts of fewer words have no likeness but sameness.
FEWEST = 3


def version_of(sketch: Sketch, others: Iterable[Sketch], addressed: Iterable[Sketch] = ()) -> Version | None:
    """The first version of the earlier article that `sketch` is most like among those it may be a version of; of
    equals that of the first. `others` and `addressed` are of other documents: what one page holds twice is no later
    version. `addressed` are those that have alone the address that `sketch` has alone."""
    same = {each.article: each for each in addressed}
    every = {each.article: each for each in others} | same
    earlier = [each for each in every.values() if each.article < sketch.article]
    chosen = closest(sketch, earlier, lambda other: other.article in same)
    found = [version for other, alone in chosen if (version := _compared(sketch, other, alone=alone))]
    return max(found, key=lambda version: version.score, default=None)


def best(versions: Mapping[UUID, Version | None]) -> dict[UUID, Version]:
    """Of the articles of one document that are versions of one article the one most like it; of equals the first."""
    kept: dict[UUID, tuple[UUID, Version]] = {}
    for article, version in versions.items():
        if version and (version.of not in kept or version.score > kept[version.of][1].score):
            kept[version.of] = (article, version)
    return dict(kept.values())


def _compared(sketch: Sketch, other: Sketch, *, alone: bool) -> Version | None:
    first = other.first or other.article
    page = sketch.url is not None and sketch.url == other.url
    if sketch.digest == other.digest:
        same = ("the same address", "the very same words")
        return Version(of=first, score=1.0, reasons=same) if page else None
    titled, untitled = _titled_alike(sketch.title, other.title), not (sketch.title or other.title)
    if not (alone or (page and (titled or untitled)) or (titled and _same_outlet(sketch, other))):
        return None
    found = _likeness(sketch, other)
    if alone and (titled or found.jaccard >= JACCARD or found.containment >= 1 - JACCARD):
        why = "the same address"
    elif near(found):
        why = "the same page" if page else "the same outlet and much the same title"
    else:
        return None
    return Version(of=first, score=round(found.jaccard, 3), reasons=(why, *reasons(found)))


def _likeness(sketch: Sketch, other: Sketch) -> Likeness:
    here, there = gist(sketch.text), gist(other.text)
    short = min(len(here.words), len(there.words)) < FEWEST
    return Likeness(0.0, 0.0, None, None) if short else likeness(here, there)


def _titled_alike(one: str, other: str) -> bool:
    mine, theirs = set(words(one)), set(words(other))
    return bool(mine and theirs) and len(mine & theirs) >= TITLES * len(mine | theirs)


def _same_outlet(sketch: Sketch, other: Sketch) -> bool:
    return bool(sketch.outlet and other.outlet) and fold(sketch.outlet or "") == fold(other.outlet or "")
