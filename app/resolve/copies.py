"""Which earlier article an article is a copy of: candidates by MinHash bands, the decision by exact comparison.

Bands: 126 MinHash values (rensa's R-MinHash, seed fixed) of the word 3-grams in 42 bands of three, so that texts of
Jaccard 0.5 share a band with a chance of 0.996, unrelated ones of 0.05 with one of 0.005 (1 - (1 - j^3)^42; Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3). A short text within a much longer one shares few bands
and may be missed. Bands of another rensa algorithm version do not compare: sketches are then made anew.
"""

from collections.abc import Iterable
from hashlib import blake2b

from rensa import RMinHash

from app.model.resolution import Copy, Sketch
from app.resolve.words import shingles, words

PERMUTATIONS, ROWS, SEED = 126, 3, 1
# Below this many words 3-grams say too little: only the very same words are a copy.
FEWEST = 20
# The very same words are no copy below this: "Read more" stands on every page.
TELLING = 8
# A rewrite keeps about half of an agency's 3-grams; unrelated reports of one event share under a tenth.
JACCARD = 0.5
# All of the shorter text stands in the longer one, but for the seams.
CONTAINMENT = 0.8


def bands(folded: tuple[str, ...]) -> tuple[int, ...]:
    """The band keys of a text's words, signed 64-bit; none for a text too short to compare by likeness."""
    if len(folded) < FEWEST:
        return ()
    minhash = RMinHash(PERMUTATIONS, SEED)
    minhash.update(list(shingles(folded)))
    values: list[int] = minhash.digest()
    return tuple(_band(at, values[at : at + ROWS]) for at in range(0, PERMUTATIONS, ROWS))


def copy_of(sketch: Sketch, others: Iterable[Sketch]) -> Copy | None:
    """The earlier article (by id: ids are in the order of arrival) that `sketch` copies best; of equals the first."""
    found = [
        copy
        for other in sorted(others, key=lambda other: other.article)
        if other.article < sketch.article and (copy := _compared(sketch, other))
    ]
    return max(found, key=lambda copy: copy.score, default=None)


def _band(at: int, values: list[int]) -> int:
    content = b"".join(value.to_bytes(8, "big") for value in (at, *values))
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)


def _compared(sketch: Sketch, other: Sketch) -> Copy | None:
    here, there = words(sketch.text), words(other.text)
    if sketch.digest == other.digest:
        return Copy(of=other.article, score=1.0, reasons=("the very same words",)) if len(here) >= TELLING else None
    if min(len(here), len(there)) < FEWEST:
        return None
    mine, theirs = shingles(here), shingles(there)
    common = len(mine & theirs)
    jaccard = common / len(mine | theirs)
    containment = common / min(len(mine), len(theirs))
    if jaccard < JACCARD and containment < CONTAINMENT:
        return None
    reasons = (
        f"{jaccard:.0%} of all runs of three words stand in both texts",
        f"{containment:.0%} of the shorter text's stand in the longer",
    )
    return Copy(of=other.article, score=round(max(jaccard, containment), 3), reasons=reasons)
