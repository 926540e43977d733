"""One article's place among others: its sketch, the story it joins, and what it copies or replaces."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from uuid import UUID

from app.model.article import Article, ArticleKind
from app.model.resolution import Copy, Item, Sketch, Version
from app.resolve.candidates import Candidates
from app.resolve.copies import bands, copy_of
from app.resolve.stories import THRESHOLD, WINDOW, Joined, asked, joined, nearest, rarity
from app.resolve.terms import terms
from app.resolve.versions import version_of
from app.resolve.words import digest, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article's sketch with its story, why it joined that story (nothing for the first), and what it is a later
    version of, or else copies."""

    sketch: Sketch
    story_reasons: tuple[str, ...]
    copy: Copy | None
    version: Version | None


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
        """Those of other documents."""
        return self._foreign(self._candidates.alike(sketch.digest, sketch.bands))

    def alike_here(self, sketch: Sketch) -> list[Sketch]:
        """Those of this document."""
        mine = set(sketch.bands)
        return [each for each in self._placed if each.digest == sketch.digest or not mine.isdisjoint(each.bands)]

    def at_address(self, article: Article) -> list[Sketch]:
        """Those of other documents at the article's address. What stands among others on a page has none of its own."""
        own = article.url if article.kind is ArticleKind.ARTICLE else None
        return self._foreign(self._candidates.at_address(own)) if own else []

    def _foreign(self, sketches: Sequence[Sketch]) -> list[Sketch]:
        return [sketch for sketch in sketches if sketch.article not in self._own]


def _place(item: Item, so_far: _SoFar, threshold: float) -> Placed:
    article = item.findings.article
    folded = words(article.text)
    blank = Sketch(
        article=item.id,
        story=item.id,
        at=item.at,
        digest=digest(folded),
        bands=bands(folded),
        terms=terms(item.findings),
        text=article.text,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
    )
    story = _story(blank, so_far, threshold)
    alike = so_far.alike(blank)
    version = version_of(blank, [*alike, *so_far.at_address(article)])
    agency = next(iter(article.agencies), None)
    copy = None if version else copy_of(blank, [*alike, *so_far.alike_here(blank)], agency)
    sketch = replace(blank, story=story.story if story else item.id, first=version.of if version else None)
    so_far.add(sketch)
    return Placed(sketch=sketch, story_reasons=story.reasons if story else (), copy=copy, version=version)


def _story(blank: Sketch, so_far: _SoFar, threshold: float) -> Joined | None:
    own = blank.terms.keys()
    total, frequency = so_far.frequency(own)
    rare = rarity(own, (), total, frequency)
    near = nearest(blank.terms, so_far.nearby(blank, asked(blank.terms, rare)), rare)
    others = {term for sketch in near for term in sketch.terms} - own
    _, theirs = so_far.frequency(others)
    return joined(blank.terms, near, rarity(own, others, total, frequency | theirs), threshold)
