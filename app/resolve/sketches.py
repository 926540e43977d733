"""One article's place among others: its sketch, the story it joins, and what it copies or replaces."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.model.article import ArticleKind
from app.model.entity import Judgement
from app.model.resolution import Copy, Item, Regrouped, Sketch, Version
from app.resolve.candidates import Candidates
from app.resolve.copies import bands, copy_of, credited
from app.resolve.rarity import rarity
from app.resolve.remembered import Remembered
from app.resolve.stories import THRESHOLD, Placing, asked, near_stories, nearest, placed
from app.resolve.terms import terms
from app.resolve.versions import best, chain, repeated, version_of
from app.resolve.words import digest, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article's sketch with its story, why it is in that story (nothing where it is alone), and what it is a later
    version of, or else copies."""

    sketch: Sketch
    story_reasons: tuple[str, ...]
    copy: Copy | None
    version: Version | None


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an article copies, what it may be a later version of, and the first version of what it repeats."""

    copy: Copy | None
    version: Version | None = None
    repeats: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of a document's items; what became of the stories of others by their coming."""

    items: tuple[Placed, ...]
    regrouped: tuple[Regrouped, ...]
    merged: tuple[Judgement, ...]


def place(
    items: Sequence[Item], candidates: Candidates, new_id: Callable[[], UUID], threshold: float = THRESHOLD
) -> Places:
    """Sketch the items of a document in their order; each is compared with what is known and with those before it.

    A story that begins with an article bears its id; one whose articles left another gets a new one. An article keeps
    its story as long as it is with most of its articles: processing an unchanged document again changes no id.
    """
    known = Remembered(candidates, frozenset(item.id for item in items))
    alone = _alone(items)
    found = {item.id: _sketched(item, known, new_id, threshold, alone) for item in items}
    standing = {each.repeats for each in found.values()}
    versions = best(
        {id_: each.version for id_, each in found.items() if each.version and each.version.of not in standing}
    )
    return Places(
        items=tuple(
            Placed(
                sketch=replace(sketch, first=version.of if version else each.repeats),
                story_reasons=reasons,
                copy=None if version else each.copy,
                version=version,
            )
            for id_, each in found.items()
            for sketch, reasons in [known.placed(id_)]
            for version in [versions.get(id_)]
        ),
        regrouped=known.regrouped(),
        merged=known.merged(),
    )


def _alone(items: Sequence[Item]) -> dict[str, UUID]:
    """The addresses that only one whole article of the document has, with that. What stands among others on a page has
    none of its own."""
    addresses = {
        item.id: article.url
        for item in items
        if (article := item.findings.article).kind is ArticleKind.ARTICLE and article.url
    }
    shared = Counter(addresses.values())
    return {url: id_ for id_, url in addresses.items() if shared[url] == 1}


def _sketched(
    item: Item, known: Remembered, new_id: Callable[[], UUID], threshold: float, alone: Mapping[str, UUID]
) -> _Earlier:
    """What came before an article, once it is placed."""
    article = item.findings.article
    folded = words(article.own_text)
    blank = Sketch(
        article=item.id,
        story=known.before(item.id) or item.id,
        at=item.at,
        digest=digest(folded),
        bands=bands(folded),
        terms=terms(item.findings),
        text=article.own_text,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
    )
    earlier = _earlier(blank, item, known, alone)
    others, placing = _story(blank, known, new_id, threshold)
    known.add(blank, others, placing)
    return earlier


def _earlier(blank: Sketch, item: Item, known: Remembered, alone: Mapping[str, UUID]) -> _Earlier:
    article = item.findings.article
    alike = known.alike(blank)
    addressed = known.at_address(article.url) if article.url and alone.get(article.url) == item.id else []
    agency = next(iter(article.agencies), None)
    if same := repeated(blank, words(article.text), [*alike, *addressed]):
        copy = Copy(of=same.article, score=1.0, reasons=("the same address", "the very same words"))
        return _Earlier(credited(copy, agency), repeats=chain(same))
    copied = copy_of(blank, [*alike, *known.alike_here(blank)], agency)
    return _Earlier(copied, version_of(blank, alike, addressed, alone.keys()))


def _story(
    blank: Sketch, known: Remembered, new_id: Callable[[], UUID], threshold: float
) -> tuple[list[Sketch], Placing]:
    """The articles that are grouped anew with this one, and where they are placed."""
    own = blank.terms.keys()
    total, frequency = known.frequency(own)
    rare = rarity(own, (), total, frequency)
    near = nearest(blank.terms, known.nearby(blank, asked(blank.terms, rare)), rare)
    frequency |= _more(known, near, frequency)
    stories = near_stories(blank, near, rarity(own, frequency.keys() - own, total, frequency))
    before = known.before(blank.article)
    others = known.members(stories if before is None or before in stories else [*stories, before])
    frequency |= _more(known, others, frequency)
    return others, placed(blank, others, rarity(own, frequency.keys() - own, total, frequency), new_id, threshold)


def _more(known: Remembered, sketches: Sequence[Sketch], frequency: Mapping[str, int]) -> dict[str, int]:
    """The document frequencies of the terms of these that have none yet."""
    return known.frequency({term for sketch in sketches for term in sketch.terms} - frequency.keys())[1]
