"""Which earlier article an article is a later version of: the same address, or the same outlet, text and title.

A copy says what was said before; a version is what one outlet made of its own article later on. Versions are in the
order of arrival, since the times that pages give are those of the first version as often as not. An address tells an
article that has it alone; what stands among others on a page or in a feed is told by its text. What comes again as it
was is no version: it repeats the one that stands.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from uuid import UUID

from app.model.resolution import Sketch, Version
from app.resolve.copies import closest, near, reasons
from app.resolve.likeness import Likeness, gist, likeness
from app.resolve.series import apart, of_one_series, same_outlet, titled_alike
from app.resolve.words import words

# At one address this share of all runs of three words is enough where even the title has changed.
JACCARD = 0.2
# At two addresses more is asked: two reports from one template share up to 0.6, and a correction keeps 0.75.
MOVED = 0.7
# Texts of fewer words have no likeness but sameness.
FEWEST = 3


def repeated(sketch: Sketch, printed: Sequence[str], earlier: Iterable[Sketch]) -> Sketch | None:
    """The first of the earlier articles of other documents that had the very words of `sketch` at its address, where
    they are what stands there: what has been changed and is changed back is a version. `printed` are the words of all
    its text, those that are read elsewhere too."""
    here = sorted((each for each in earlier if _before(each, sketch)), key=lambda each: each.article)
    standing = {chain(each): each for each in here}
    same = (each for each in here if _same_words(sketch, printed, each))
    return next((each for each in same if _same_words(sketch, printed, standing[chain(each)])), None)


def chain(sketch: Sketch) -> UUID:
    """The first version of an article: by it all of them are one."""
    return sketch.first or sketch.article


def version_of(
    sketch: Sketch, others: Iterable[Sketch], addressed: Iterable[Sketch] = (), beside: Set[str] = frozenset()
) -> Version | None:
    """The first version of the earlier article that `sketch` is most like among those it may be a version of; of
    equals that of the first. `others` and `addressed` are of other documents: what one page holds twice is no later
    version. `addressed` are those that have alone the address that `sketch` has alone: where there are any, no other
    address is that of an earlier version. Nor is one of `beside`, which articles of this document have alone."""
    same = {each.article: each for each in addressed if each.article < sketch.article}
    every = {each.article: each for each in others if each.article < sketch.article} | same
    earlier = [each for each in every.values() if not (apart(sketch, each) and (same or each.url in beside))]
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
    first = chain(other)
    page = sketch.url is not None and sketch.url == other.url
    if sketch.digest == other.digest:
        same = ("the same address", "the very same words")
        return Version(of=first, score=1.0, reasons=same) if page else None
    titled, untitled = titled_alike(sketch.title, other.title), not (sketch.title or other.title)
    if not (alone or (page and (titled or untitled)) or (titled and same_outlet(sketch, other))):
        return None
    found = _likeness(sketch, other)
    if alone and (titled or found.jaccard >= JACCARD or found.containment >= 1 - JACCARD):
        why = "the same address"
    elif near(found) and (found.jaccard >= MOVED or not apart(sketch, other)) and not of_one_series(sketch, other):
        why = "the same page" if page else "the same outlet and much the same title"
    else:
        return None
    return Version(of=first, score=round(found.jaccard, 3), reasons=(why, *reasons(found)))


def _before(other: Sketch, sketch: Sketch) -> bool:
    return sketch.url is not None and other.url == sketch.url and other.article < sketch.article


def _same_words(sketch: Sketch, printed: Sequence[str], other: Sketch) -> bool:
    return sketch.digest == other.digest and tuple(printed) == words(other.text)


def _likeness(sketch: Sketch, other: Sketch) -> Likeness:
    here, there = gist(sketch.text), gist(other.text)
    short = min(len(here.words), len(there.words)) < FEWEST
    return Likeness(0.0, 0.0, None, None) if short else likeness(here, there)
