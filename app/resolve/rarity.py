"""How much the terms of articles tell: TF-IDF vectors, by the document frequencies of what is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from app.resolve.linkage import Matrix

# Document frequencies of the first few articles say little: they are smoothed as if by this many unseen ones.
PRIOR = 50
# A term that no other article repeats is likely chance, the surer the more articles could have: where this many are
# known it counts half in the length of a vector.
CHANCES = 200
# One word in common makes no story, however short the articles are.
FEWEST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much terms tell: their inverse document frequencies. Those that one article has `alone` count `doubted` as
    much as others in the length of a vector."""

    weights: Mapping[str, float]
    alone: Set[str]
    doubted: float

    def weighed(self, terms: Mapping[str, int]) -> dict[str, float]:
        """Square roots of the weights of `terms`, times inverse document frequencies."""
        weights = self.weights
        return {term: sqrt(count) * weights[term] for term, count in terms.items()}

    def unit(self, terms: Mapping[str, int]) -> dict[str, float]:
        """`terms` as a vector whose length is one but for the terms that this article has alone."""
        vector = self.weighed(terms)
        single = sum(vector[term] ** 2 for term in vector.keys() & self.alone)
        squares = sum(weight * weight for weight in vector.values())
        length = sqrt(max(0.0, squares - (1 - self.doubted) * single)) or 1.0
        return {term: weight / length for term, weight in vector.items()}


def rarity(own: Set[str], others: Iterable[str], total: int, frequency: Mapping[str, int]) -> Rarity:
    """What terms tell for an article that has `own`, to be compared with articles that have `others`; `total` and
    `frequency` do not count it."""
    counts = {term: max(1, frequency.get(term, 0)) for term in others} | {
        term: frequency.get(term, 0) + 1 for term in own
    }
    return Rarity(
        weights={term: log((total + PRIOR + 2) / (count + 1)) for term, count in counts.items()},
        alone={term for term, count in counts.items() if count == 1},
        doubted=CHANCES / (CHANCES + total + 1),
    )


def likenesses(units: Sequence[Mapping[str, float]]) -> Matrix:
    """The cosines of all pairs of these vectors, 0 where fewer than two terms are shared."""
    held = Counter(term for unit in units for term in unit)
    columns = {term: at for at, term in enumerate(sorted(term for term, count in held.items() if count > 1))}
    vectors = np.zeros((len(units), len(columns)))
    for row, unit in zip(vectors, units, strict=True):
        shared = [(columns[term], weight) for term, weight in unit.items() if term in columns]
        row[[column for column, _ in shared]] = [weight for _, weight in shared]
    holding = (vectors > 0).astype(np.float32)
    found: Matrix = np.where(holding @ holding.T >= FEWEST_SHARED, vectors @ vectors.T, 0.0)
    return found


def shared_terms(unit: Mapping[str, float], others: Iterable[Mapping[str, float]], most: int) -> list[str]:
    """The terms that a vector shares with others, those first that make them most alike."""
    shared: dict[str, float] = defaultdict(float)
    for other in others:
        for term in unit.keys() & other.keys():
            shared[term] += unit[term] * other[term]
    return sorted(shared, key=lambda term: (-shared[term], term))[:most]
