"""Which earlier article an article is a later version of: the same address, or the same outlet, text and title.

A copy is a reprint elsewhere; a version is what one outlet made of its own article later on. Versions are in the order
of arrival, since the times that pages give are those of the first version as often as not.
"""

from collections.abc import Iterable

from app.model.naming import fold
from app.model.resolution import Sketch, Version
from app.resolve.copies import near, reasons
from app.resolve.likeness import Likeness, gist, likeness
from app.resolve.words import words

# At one address this share of all runs of three words is enough where even the title has changed.
JACCARD = 0.2
# So many of all the words of both titles are in both.
TITLES = 0.5
# Texts of fewer words have no likeness but sameness.
FEWEST = 3


def version_of(sketch: Sketch, others: Iterable[Sketch]) -> Version | None:
    """The first version of the earlier article that `sketch` is most like among those it may be a version of; of
    equals that of the first. `others` are of other documents: what one page holds twice is no later version."""
    earlier = sorted((each for each in others if each.article < sketch.article), key=lambda each: each.article)
    found = [version for other in earlier if (version := _compared(sketch, other))]
    return max(found, key=lambda version: version.score, default=None)


def _compared(sketch: Sketch, other: Sketch) -> Version | None:
    first = other.first or other.article
    address = sketch.url is not None and sketch.url == other.url
    if sketch.digest == other.digest:
        same = ("the same address", "the very same words")
        return Version(of=first, score=1.0, reasons=same) if address else None
    if not (address or _same_outlet(sketch, other)):
        return None
    found = _likeness(sketch, other)
    titled = _titled_alike(sketch.title, other.title)
    if address and (titled or found.jaccard >= JACCARD or found.containment >= 1 - JACCARD):
        why = "the same address"
    elif titled and near(found):
        why = "the same outlet and much the same title"
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
