"""What is remembered while the articles of one document are placed: the store's answers, and what was decided since."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace
from uuid import UUID

from app.model.entity import Judgement, Verdict
from app.model.resolution import Regrouped, Sketch
from app.resolve.candidates import Candidates
from app.resolve.judging import MADE_BY
from app.resolve.stories import WHOLE, WINDOW, Placing


class Remembered:
    """What is remembered, less this document as it was, plus its items that are placed already and what became of other
    articles' stories by that."""

    def __init__(self, candidates: Candidates, own: Set[UUID]) -> None:
        self._candidates = candidates
        self._own = own
        self._before = dict(candidates.stories(own))
        self._placed: dict[UUID, Sketch] = {}
        self._counts: Counter[str] = Counter()
        self._stored: dict[str, int] = {}
        self._total = 0
        self._moved: dict[UUID, Sketch] = {}
        self._reasons: dict[UUID, tuple[str, ...]] = {}
        self._came_from: dict[UUID, UUID] = {}
        self._became: dict[UUID, UUID] = {}

    def frequency(self, of: Iterable[str]) -> tuple[int, dict[str, int]]:
        """How many articles are remembered, and in how many of them each of these terms stands. What is stored is asked
        once for each term: it does not change while one document is placed."""
        of = tuple(of)
        if unasked := [term for term in of if term not in self._stored]:
            self._total, stored = self._candidates.document_frequency(unasked)
            self._stored |= {term: stored.get(term, 0) for term in unasked}
        return self._total + len(self._placed), {term: self._stored[term] + self._counts[term] for term in of}

    def before(self, article: UUID) -> UUID | None:
        """The story that an article of this document was in when it was last stored, or what that became."""
        story = self._before.get(article)
        return story and self._now(story)

    def nearby(self, sketch: Sketch, of: Sequence[str]) -> list[Sketch]:
        since, until = sketch.at - WINDOW, sketch.at + WINDOW
        stored = self._candidates.nearby(of, since, until) if of else ()
        here = [
            each for each in self._placed.values() if since <= each.at <= until and not each.terms.keys().isdisjoint(of)
        ]
        return [*map(self._current, self._foreign(stored)), *here]

    def members(self, stories: Collection[UUID]) -> list[Sketch]:
        """The articles of these stories, at most one more than `WHOLE` of each: the latest."""
        asked = {*stories, *(story for story in self._became if self._now(story) in stories)}
        stored = self._candidates.members(asked, WHOLE + 1) if asked else ()
        known = {each.article: self._current(each) for each in self._foreign(stored)}
        of: dict[UUID, list[Sketch]] = defaultdict(list)
        for each in (known | self._moved | self._placed).values():
            of[each.story].append(each)
        latest = {story: sorted(of[story], key=lambda each: (each.at, each.article)) for story in stories}
        return [each for story in stories for each in latest[story][-WHOLE - 1 :]]

    def alike(self, sketch: Sketch) -> list[Sketch]:
        """Those of other documents."""
        return self._foreign(self._candidates.alike(sketch.digest, sketch.bands))

    def alike_here(self, sketch: Sketch) -> list[Sketch]:
        """Those of this document."""
        mine = set(sketch.bands)
        return [
            each for each in self._placed.values() if each.digest == sketch.digest or not mine.isdisjoint(each.bands)
        ]

    def at_address(self, url: str) -> list[Sketch]:
        """Those of other documents that have this address alone."""
        return self._foreign(self._candidates.at_address(url))

    def add(self, sketch: Sketch, others: Sequence[Sketch], placing: Placing) -> None:
        """Remember an article of this document, and where it and `others` were placed."""
        self._placed[sketch.article] = sketch
        self._counts.update(sketch.terms.keys())
        self._reasons |= placing.reasons
        self._became |= placing.whole
        for each in (sketch, *others):
            settled = replace(each, story=placing.stories[each.article])
            if each.article in self._placed:
                self._placed[each.article] = settled
            else:
                self._came_from.setdefault(each.article, each.story)
                self._moved[each.article] = settled

    def placed(self, article: UUID) -> tuple[Sketch, tuple[str, ...]]:
        """An article of this document in its story, and why it is in that."""
        return self._placed[article], self._reasons[article]

    def regrouped(self) -> tuple[Regrouped, ...]:
        """The articles of other documents that are in another story now."""
        return tuple(
            Regrouped(article=article, story=self._moved[article].story, reasons=self._reasons[article])
            for article, story in sorted(self._came_from.items())
            if self._moved[article].story != story
        )

    def merged(self) -> tuple[Judgement, ...]:
        """The stored stories that nothing is left of, each with the one that most of its articles are in now, of equals
        the oldest."""
        current = self._moved | self._placed
        went: dict[UUID, Counter[UUID]] = defaultdict(Counter)
        for article, story in (self._came_from | self._before).items():
            if article in current:
                went[story][current[article].story] += 1
        alive = {each.story for each in current.values()}
        return tuple(
            _merged(story, min(counts, key=lambda into: (-counts[into], into)), counts)
            for story, counts in sorted(went.items())
            if story not in alive
        )

    def _current(self, sketch: Sketch) -> Sketch:
        return self._moved.get(sketch.article) or replace(sketch, story=self._now(sketch.story))

    def _now(self, story: UUID) -> UUID:
        while story in self._became:
            story = self._became[story]
        return story

    def _foreign(self, sketches: Iterable[Sketch]) -> list[Sketch]:
        return [sketch for sketch in sketches if sketch.article not in self._own]


def _merged(story: UUID, into: UUID, counts: Counter[UUID]) -> Judgement:
    there, every = counts[into], counts.total()
    return Judgement(
        left=story,
        right=into,
        verdict=Verdict.SAME,
        score=round(there / every, 3),
        reasons=(f"{there} of its {every} articles that were looked at are in that story now",),
        made_by=MADE_BY,
    )
