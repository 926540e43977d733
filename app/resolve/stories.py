"""Which story an article belongs to: incremental single-pass clustering by TF-IDF cosine within a time window.

After the topic detection and tracking line of work (Allan, Papka and Lavrenko 1998; Yang, Pierce and Carbonell 1998):
an article joins the story whose members it is most like, if that reaches one threshold, else begins its own. Document
frequencies come from what is stored; candidates are asked for by the article's rarest terms alone, so that the cost
follows the size of the stories near it and not of the store.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log, sqrt
from uuid import UUID

from app.model.resolution import Sketch

WINDOW = timedelta(days=7)
THRESHOLD = 0.2
# How many of the rarest terms (that others have too) candidates are asked for.
ASKED = 12
# Document frequencies of the first few articles say little: they are smoothed as if by this many unseen ones.
PRIOR = 50
# The score of a story: this much its most like member, the rest the average of all that were compared.
BEST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Joined:
    """The story an article joins, and why."""

    story: UUID
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each term of one article tells: its inverse document frequency. Terms that the article does not have
    count as much as its own do on average, which spares asking for those of every candidate."""

    weights: Mapping[str, float]
    usual: float

    def unit(self, terms: Mapping[str, int]) -> dict[str, float]:
        """`terms` as a vector of length one."""
        vector = {term: (1 + log(count)) * self.weights.get(term, self.usual) for term, count in terms.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        return {term: weight / length for term, weight in vector.items()}


def rarity(terms: Iterable[str], total: int, frequency: Mapping[str, int]) -> Rarity:
    """What the terms tell, where `total` articles are known and `frequency` says how many of them have each term."""
    weights = {term: log((total + PRIOR + 1) / (frequency.get(term, 0) + 1)) for term in terms}
    return Rarity(weights, sum(weights.values()) / max(1, len(weights)))


def asked(terms: Mapping[str, int], rare: Rarity, frequency: Mapping[str, int]) -> tuple[str, ...]:
    """The terms to ask candidates by: those that weigh most among those that some known article has."""
    vector = rare.unit(terms)
    shared = [term for term in vector if frequency.get(term)]
    return tuple(sorted(shared, key=lambda term: (-vector[term], term))[:ASKED])


def joined(terms: Mapping[str, int], nearby: Iterable[Sketch], rare: Rarity) -> Joined | None:
    """The story that these terms join, and the terms that weigh most in that; None when no story is near enough."""
    own = rare.unit(terms)
    likenesses: dict[UUID, list[float]] = defaultdict(list)
    shared: dict[UUID, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for sketch in nearby:
        other = rare.unit(sketch.terms)
        products = {term: weight * other[term] for term, weight in own.items() if term in other}
        likenesses[sketch.story].append(sum(products.values()))
        for term, product in products.items():
            shared[sketch.story][term] += product
    scores = {story: _score(those) for story, those in likenesses.items()}
    best = max(scores, key=lambda story: (scores[story], -story.int), default=None)
    if best is None or scores[best] < THRESHOLD:
        return None
    return Joined(best, _reasons(scores[best], len(likenesses[best]), shared[best]))


def _score(likenesses: Sequence[float]) -> float:
    return BEST_SHARE * max(likenesses) + (1 - BEST_SHARE) * sum(likenesses) / len(likenesses)


def _reasons(score: float, members: int, shared: Mapping[str, float]) -> tuple[str, ...]:
    top = sorted(shared, key=lambda term: (-shared[term], term))[:5]
    articles = "article" if members == 1 else "articles"
    return (f"likeness {score:.2f} to {members} {articles} of the story", f"shared terms: {', '.join(top)}")
