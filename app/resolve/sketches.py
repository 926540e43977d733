"""One article's place among others: its sketch, the story it joins, and what it copies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.model.resolution import Copy, Item, Sketch
from app.resolve.candidates import Candidates
from app.resolve.copies import bands, copy_of
from app.resolve.stories import WINDOW, asked, joined, rarity
from app.resolve.terms import terms
from app.resolve.words import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    sketch: Sketch
    story_reasons: tuple[str, ...]
    copy: Copy | None


def place(items: Sequence[Item], candidates: Candidates) -> tuple[Placed, ...]:
    """Sketch the items of a document in their order; each is compared with what is known and with those before it.

    A story bears the id of the article that began it, so that processing an unchanged document again changes no id.
    """
    placed: list[Placed] = []
    own = frozenset(item.id for item in items)
    for item in items:
        before = [each.sketch for each in placed]
        known = _Known(candidates, lambda sketch: sketch.article not in own, before)
        placed.append(_place(item, known))
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered, less this document as it was, plus this document as it is so far."""

    candidates: Candidates
    foreign: Callable[[Sketch], bool]
    before: Sequence[Sketch]

    def frequency(self, of: Mapping[str, int]) -> tuple[int, dict[str, int]]:
        total, stored = self.candidates.document_frequency(tuple(of))
        here = {term: sum(term in sketch.terms for sketch in self.before) for term in of}
        return total + len(self.before), {term: stored.get(term, 0) + here[term] for term in of}

    def nearby(self, sketch: Sketch, of: Sequence[str]) -> list[Sketch]:
        since, until = sketch.at - WINDOW, sketch.at + WINDOW
        stored = self.candidates.nearby(of, since, until) if of else ()
        here = [each for each in self.before if since <= each.at <= until]
        return [*filter(self.foreign, stored), *here]

    def alike(self, sketch: Sketch) -> list[Sketch]:
        stored = self.candidates.alike(sketch.digest, sketch.bands)
        return [*filter(self.foreign, stored), *self.before]


def _place(item: Item, known: _Known) -> Placed:
    text = item.findings.article.text
    blank = Sketch(
        article=item.id,
        story=item.id,
        at=item.at,
        digest=digest(text),
        bands=bands(text),
        terms=terms(item.findings),
        text=text,
    )
    total, frequency = known.frequency(blank.terms)
    rare = rarity(blank.terms, total, frequency)
    story = joined(blank.terms, known.nearby(blank, asked(blank.terms, rare, frequency)), rare)
    sketch = replace(blank, story=story.story) if story else blank
    return Placed(
        sketch=sketch, story_reasons=story.reasons if story else (), copy=copy_of(sketch, known.alike(sketch))
    )
