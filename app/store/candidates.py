"""What the store remembers of earlier documents, as resolution asks for it (by the shape of its `Candidates`)."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Select, Text, cast, func, or_, select, union
from sqlalchemy.dialects.postgresql import ARRAY

from app.model.article import ArticleKind
from app.model.entity import Entity
from app.model.resolution import Sketch
from app.store.deriving.statements import has_key
from app.store.references import chain
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim
from app.store.tables.entities import entity, entity_alias
from app.store.tables.outlets import outlet
from app.store.tables.sketches import sketch, term_frequency
from app.store.tables.utterances import utterance

MOST_SKETCHES = 500
"""So many sketches are compared at most: the oldest of those alike, the latest of those nearby."""


class StoredCandidates:
    """Everything but the sketches that this same document contributed, so that processing again equals processing."""

    def __init__(self, session: Session, document_id: UUID) -> None:
        self._session = session
        self._mine = select(article.c.id).where(article.c.document_id == document_id)

    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        """Entities one of whose aliases folds to one of these, or ends in one of them; merged ones left out.

        Oldest first. Aliases of merged entities are their survivors'.
        """
        names = [name for name in folded_names if name]
        if not names:
            return []
        matching = union(
            select(entity_alias.c.entity_id).where(among(entity_alias.c.folded, names)),
            _ending(names),
        )
        found = self._session.execute(matching).scalars()  # by itself: how many there are is hard to guess for a plan
        rows = self._session.execute(select(entity).where(among(entity.c.id, found)).order_by(entity.c.id)).all()
        aliases = self._aliases([row.id for row in rows])
        return [
            Entity(
                id=row.id,
                kind=row.kind,
                name=row.name,
                aliases=frozenset(aliases[row.id]),
                wikidata=row.wikidata,
                geonames=row.geonames,
            )
            for row in rows
        ]

    def _aliases(self, entity_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
        aliases: dict[UUID, list[str]] = defaultdict(list)
        query = select(entity_alias.c.entity_id, entity_alias.c.name)
        for row in self._session.execute(query.where(among(entity_alias.c.entity_id, entity_ids))):
            aliases[row.entity_id].append(row.name)
        return aliases

    def utterances(self, keys: Collection[str]) -> Mapping[str, UUID]:
        """The ids of the utterances stored under these keys."""
        query = select(utterance.c.key, utterance.c.id).where(has_key(utterance, keys))
        return dict(self._session.execute(query).all())

    def claims(self, keys: Collection[str]) -> Mapping[str, UUID]:
        """The ids of the claims stored under these keys."""
        query = select(claim.c.key, claim.c.id).where(has_key(claim, keys))
        return dict(self._session.execute(query).all())

    def alike(self, digest: str, bands: Collection[int]) -> Sequence[Sketch]:
        """Sketches with this digest or any of these bands, oldest first."""
        shared = sketch.c.bands.overlap(cast(list(bands), ARRAY(BigInteger)))
        return self._sketches(or_(sketch.c.digest == digest, shared), sketch.c.at)

    def at_address(self, url: str) -> Sequence[Sketch]:
        """Sketches of whole articles at this address, of documents that have one such article there and no more, but
        for those that only repeat another there; the latest where there are very many."""
        several = func.count().over(partition_by=article.c.document_id)
        there = select(article.c.id, several.label("several")).where(
            article.c.url == url, article.c.kind == ArticleKind.ARTICLE
        )
        counted = there.subquery()
        alone = select(counted.c.id).where(counted.c.several == 1)
        repeats = chain(article) != func.coalesce(article.c.version_of, article.c.id)
        return self._sketches(sketch.c.article_id.in_(alone) & ~repeats, sketch.c.article_id.desc())

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        """Sketches of this time window, both ends included, that hold any of these terms: oldest first, textless."""
        holding = sketch.c.terms.has_any(cast(list(terms), ARRAY(Text)))
        return self._sketches(holding & sketch.c.at.between(since, until), sketch.c.at.desc(), with_text=False)

    def members(self, stories: Collection[UUID], most: int) -> Sequence[Sketch]:
        """Sketches of the articles of these stories, the latest so many of each: oldest first, textless."""
        latest = func.row_number().over(
            partition_by=article.c.story_id, order_by=(sketch.c.at.desc(), sketch.c.article_id.desc())
        )
        ranked = (
            select(sketch.c.article_id, latest.label("rank"))
            .join(article, article.c.id == sketch.c.article_id)
            .where(among(article.c.story_id, stories), sketch.c.article_id.not_in(self._mine))
            .subquery()
        )
        chosen = select(ranked.c.article_id).where(ranked.c.rank <= most)
        return self._sketches(sketch.c.article_id.in_(chosen), sketch.c.at.desc(), with_text=False)

    def stories(self, articles: Collection[UUID]) -> Mapping[UUID, UUID]:
        """The story that each of these articles is in, this document's too."""
        return dict(
            self._session.execute(select(article.c.id, article.c.story_id).where(among(article.c.id, articles))).all()
        )

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        """How many sketches there are, and in how many of them each of these terms stands."""
        hashes = {_hash(term): term for term in ("", *terms)}
        counted = select(term_frequency.c.hash, term_frequency.c.articles).where(among(term_frequency.c.hash, hashes))
        counts = {hashes[row.hash]: row.articles for row in self._session.execute(counted)}
        found = {term: count - self._own_frequency[term] for term, count in counts.items()}
        total = max(0, found.pop("", 0))
        return total, {term: count for term, count in found.items() if count > 0}

    @cached_property
    def _own_frequency(self) -> Counter[str]:
        """In how many of this document's own stored sketches each term stands; the empty one in all."""
        rows = self._session.execute(select(sketch.c.terms).where(sketch.c.article_id.in_(self._mine))).scalars()
        return Counter(term for terms in rows for term in {"", *terms})

    def _sketches(
        self, condition: ColumnElement[bool], order: ColumnElement[Any], *, with_text: bool = True
    ) -> Sequence[Sketch]:
        printed = (article.c.body,) if with_text else ()
        first = chain(article).label("first")
        told = (article.c.story_id, article.c.title, article.c.url, first, outlet.c.name)
        query = (
            select(sketch, *told, *printed)
            .join(article, article.c.id == sketch.c.article_id)
            .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
            .where(condition, sketch.c.article_id.not_in(self._mine))
            .order_by(order, sketch.c.article_id)
            .limit(MOST_SKETCHES)
        )
        found = [
            Sketch(
                article=row.article_id,
                story=row.story_id,
                at=row.at,
                digest=row.digest,
                bands=tuple(row.bands),
                terms=row.terms,
                text="\n\n".join(part for part in (row.title, row.body) if part) if with_text else "",
                title=row.title,
                url=row.url,
                outlet=row.name,
                first=None if row.first == row.article_id else row.first,
            )
            for row in self._session.execute(query)
        ]
        return sorted(found, key=lambda each: (each.at, each.article))


def _ending(names: Collection[str]) -> Select[Any]:
    """Whose aliases end in one of these, as words of their own: backwards, they begin with it and a space.

    A range of the index by bytes, since LIKE with a pattern out of a table can use none.
    """
    backwards = [name[::-1] for name in names]
    bounds = [cast([name + mark for name in backwards], ARRAY(Text)) for mark in (" ", "!")]  # "!" follows the space
    between = func.unnest(*bounds).table_valued("first", "beyond").render_derived()
    alias = entity_alias.c.backwards
    begins = alias.bool_op("~>=~")(between.c.first) & alias.bool_op("~<~")(between.c.beyond)
    return select(entity_alias.c.entity_id).join(between, begins)


def _hash(term: str) -> UUID:
    return UUID(hashlib.md5(term.encode(), usedforsecurity=False).hexdigest())
