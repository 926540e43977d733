"""One article's place among others: its sketch, the story it joins, and what it copies."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from uuid import UUID

from app.model.resolution import Copy, Item, Sketch
from app.resolve.candidates import Candidates
from app.resolve.copies import bands, copy_of
from app.resolve.stories import THRESHOLD, WINDOW, Joined, asked, joined, nearest, rarity
from app.resolve.terms import terms
from app.resolve.words import digest, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article's sketch with its story, why it joined that story (nothing for the first), and what it copies."""

    sketch: Sketch
    story_reasons: tuple[str, ...]
    copy: Copy | None


def place(items: Sequence[Item], candidates: Candidates, threshold: float = THRESHOLD) -> tuple[Placed, ...]:
    """Sketch the items of a document in their order; each is compared with what is known and with those before it.

    A story bears the id of the article that began it, so that processing an unchanged document again changes no id.
    """
    so_far = _SoFar(candidates, frozenset(item.id for item in items))
    return tuple(_place(item, so_far, threshold) for item in items)


class _SoFar:
    """What is remembered, less this document as it was, plus its items that are placed already."""

    def __init__(self, candidates: Candidates, own: Set[UUID]) -> None:
        self._candidates = candidates
        self._own = own
        self._placed: list[Sketch] = []
        self._counts: Counter[str] = Counter()

    def add(self, sketch: Sketch) -> None:
        self._placed.append(sketch)
        self._counts.update(sketch.terms.keys())

    def frequency(self, of: Iterable[str]) -> tuple[int, dict[str, int]]:
        of = tuple(of)
        total, stored = self._candidates.document_frequency(of)
        return total + len(self._placed), {term: stored.get(term, 0) + self._counts[term] for term in of}

    def nearby(self, sketch: Sketch, of: Sequence[str]) -> list[Sketch]:
        since, until = sketch.at - WINDOW, sketch.at + WINDOW
        stored = self._candidates.nearby(of, since, until) if of else ()
        here = [each for each in self._placed if since <= each.at <= until and not each.terms.keys().isdisjoint(of)]
        return [*self._foreign(stored), *here]

    def alike(self, sketch: Sketch) -> list[Sketch]:
        stored = self._candidates.alike(sketch.digest, sketch.bands)
        mine = set(sketch.bands)
        here = [each for each in self._placed if each.digest == sketch.digest or not mine.isdisjoint(each.bands)]
        return [*self._foreign(stored), *here]

    def _foreign(self, sketches: Sequence[Sketch]) -> list[Sketch]:
        return [sketch for sketch in sketches if sketch.article not in self._own]


def _place(item: Item, so_far: _SoFar, threshold: float) -> Placed:
    text = item.findings.article.text
    folded = words(text)
    blank = Sketch(
        article=item.id,
        story=item.id,
        at=item.at,
        digest=digest(folded),
        bands=bands(folded),
        terms=terms(item.findings),
        text=text,
    )
    story = _story(blank, so_far, threshold)
    sketch = replace(blank, story=story.story) if story else blank
    copy = copy_of(sketch, so_far.alike(sketch))
    so_far.add(sketch)
    return Placed(sketch=sketch, story_reasons=story.reasons if story else (), copy=copy)


def _story(blank: Sketch, so_far: _SoFar, threshold: float) -> Joined | None:
    own = blank.terms.keys()
    total, frequency = so_far.frequency(own)
    rare = rarity(own, (), total, frequency)
    near = nearest(blank.terms, so_far.nearby(blank, asked(blank.terms, rare)), rare)
    others = {term for sketch in near for term in sketch.terms} - own
    _, theirs = so_far.frequency(others)
    return joined(blank.terms, near, rarity(own, others, total, frequency | theirs), threshold)
