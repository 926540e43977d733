"""Which earlier article an article is a copy of: candidates by MinHash bands and anchors, decided by comparison.

Bands: 126 MinHash values (rensa's R-MinHash, seed fixed) of the word 3-grams in 42 bands of three, so that texts of
Jaccard 0.5 share a band with a chance of 0.996, unrelated ones of 0.05 with one of 0.005 (1 - (1 - j^3)^42; Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3). A short text within a longer one shares few bands; it is
found by anchors: one in twelve of the runs of eight words, chosen by their hash, so that two texts choose the same ones
(Broder, "On the resemblance and containment of documents", 1997). Sixty words taken over unchanged share one with a
chance of 0.99. Bands of another rensa algorithm version do not compare: sketches are then made anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b
from uuid import UUID

from rensa import RMinHash

from app.model.naming import fold
from app.model.resolution import Copy, Sketch
from app.resolve.likeness import Likeness, gist, likeness
from app.resolve.series import of_one_series
from app.resolve.words import shingles

PERMUTATIONS, ROWS, SEED = 126, 3, 1
ANCHOR, SAMPLED = 8, 12
# A book has no more anchors than this: the least ones.
MOST_ANCHORS = 256
# Fewer keys in common come from a sentence that a whole press prints, and are not worth reading two texts for.
SHARED = 2
# Below this many words 3-grams say too little: only the very same words are a copy.
FEWEST = 20
# The very same words are no copy below this: "Read more" stands on every page.
TELLING = 8
# Of the many that share keys with a text those that share the most are read.
MOST_COMPARED = 30
# A rewrite keeps about half of an agency's 3-grams; unrelated reports of one event share under a tenth.
JACCARD = 0.4
# Most of the shorter text stands in the longer one.
CONTAINMENT = 0.65
# Two alike texts are two reports from one template where less of the shorter one's figures, or of its figures and names
# taken together, is in the longer. Measured by tests/quality/copies, where copies keep 0.67 and 0.83, siblings have up
# to 0.67 and 0.68.
FIGURES, FACTS = 0.6, 0.7


def bands(folded: tuple[str, ...]) -> tuple[int, ...]:
    """The keys of a text's words, signed 64-bit, by which near copies are found: bands and anchors; none for a text too
    short to compare by likeness."""
    if len(folded) < FEWEST:
        return ()
    minhash = RMinHash(PERMUTATIONS, SEED)
    minhash.update(list(shingles(folded)))
    values: list[int] = minhash.digest()
    banded = (_band(at, values[at : at + ROWS]) for at in range(0, PERMUTATIONS, ROWS))
    return (*banded, *_anchors(folded))


def copy_of(sketch: Sketch, others: Iterable[Sketch], agency: str | None = None) -> Copy | None:
    """The earlier article (by id: ids are in the order of arrival) that `sketch` copies best; of equals the first.

    Where it credits an agency, and some of them are that agency's own, the best of those.
    """
    own_name = fold(agency or "")
    earlier = [other for other in others if other.article < sketch.article]
    chosen = closest(sketch, earlier, lambda other: bool(own_name) and fold(other.outlet or "") == own_name)
    near_ones = [(own, copy) for other, own in chosen if (copy := _compared(sketch, other))]
    own, best = max(near_ones, key=lambda each: (each[0], each[1].score), default=(False, None))
    return best and credited(best, agency, own=own)


def closest(
    sketch: Sketch, others: Iterable[Sketch], preferred: Callable[[Sketch], bool] = lambda _: False
) -> list[tuple[Sketch, bool]]:
    """So many of the others as are compared, in the order of arrival, each with whether it is a preferred one: those
    first, then those of the very same words, then those that share the most keys."""
    keys = set(sketch.bands)

    def rank(pair: tuple[Sketch, bool]) -> tuple[bool, bool, int, UUID]:
        other, first = pair
        return not first, other.digest != sketch.digest, -len(keys.intersection(other.bands)), other.article

    ranked = sorted(((other, preferred(other)) for other in others), key=rank)
    return sorted(ranked[:MOST_COMPARED], key=lambda pair: pair[0].article)


def credited(copy: Copy, agency: str | None, *, own: bool = False) -> Copy:
    """A copy with the agency that it credits, whose `own` article it may copy; as it is where it credits none."""
    if agency is None:
        return copy
    reason = f"it credits {agency}, whose article that is" if own else f"it credits {agency}"
    return replace(copy, credited_to=agency, reasons=(*copy.reasons, reason))


def _band(at: int, values: list[int]) -> int:
    return _hash(b"".join(value.to_bytes(8, "big") for value in (at, *values)))


def _anchors(folded: tuple[str, ...]) -> list[int]:
    hashes = {_hash(run.encode()) for run in shingles(folded, ANCHOR)}
    return sorted(each for each in hashes if each % SAMPLED == 0)[:MOST_ANCHORS]


def _hash(content: bytes) -> int:
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)


def _compared(sketch: Sketch, other: Sketch) -> Copy | None:
    if sketch.digest != other.digest and len(set(sketch.bands) & set(other.bands)) < SHARED:
        return None
    here, there = gist(sketch.text), gist(other.text)
    if sketch.digest == other.digest:
        same = len(here.words) >= TELLING
        return Copy(of=other.article, score=1.0, reasons=("the very same words",)) if same else None
    if min(len(here.words), len(there.words)) < FEWEST:
        return None
    found = likeness(here, there)
    if not near(found) or of_one_series(sketch, other):
        return None
    return Copy(of=other.article, score=round(max(found.jaccard, found.containment), 3), reasons=reasons(found))


def near(found: Likeness) -> bool:
    """Whether so like a text is nearly the same: in its words, and in the figures and names among them."""
    worded = found.jaccard >= JACCARD or found.containment >= CONTAINMENT
    facts = [share for share in (found.figures, found.names) if share is not None]
    return worded and (found.figures is None or found.figures >= FIGURES) and sum(facts) >= FACTS * len(facts)


def reasons(found: Likeness) -> tuple[str, ...]:
    """A likeness in words."""
    said = [
        f"{found.jaccard:.0%} of all runs of three words stand in both texts",
        f"{found.containment:.0%} of the shorter text's stand in the longer",
    ]
    if found.figures is not None:
        said.append(f"{found.figures:.0%} of its figures do")
    if found.names is not None:
        said.append(f"{found.names:.0%} of its names do, in one spelling or another")
    return tuple(said)
