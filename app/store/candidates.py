"""What the store remembers of earlier documents, as resolution asks for it (by the shape of its `Candidates`)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Text, cast, func, or_, select, union
from sqlalchemy.dialects.postgresql import ARRAY

from app.model.entity import Entity
from app.model.resolution import Sketch
from app.store.deriving.statements import has_key
from app.store.names import escaped
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim
from app.store.tables.entities import entity, entity_alias
from app.store.tables.sketches import sketch
from app.store.tables.utterances import utterance

MOST_SKETCHES = 500
"""So many sketches are compared at most: the oldest of those alike, the latest of those nearby."""


class StoredCandidates:
    """Everything but the sketches that this same document contributed, so that processing again equals processing."""

    def __init__(self, session: Session, document_id: UUID) -> None:
        self._session = session
        mine = select(article.c.id).where(article.c.document_id == document_id)
        self._others: ColumnElement[bool] = sketch.c.article_id.not_in(mine)

    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        """Entities one of whose aliases folds to one of these, or ends in one of them; merged ones left out.

        Oldest first. Aliases of merged entities are their survivors'.
        """
        names = [name for name in folded_names if name]
        if not names:
            return []
        patterns = cast([f"% {escaped(name)}" for name in names], ARRAY(Text))
        ending = func.unnest(patterns).table_valued("pattern").render_derived()
        matching = union(
            select(entity_alias.c.entity_id).where(among(entity_alias.c.folded, names)),
            select(entity_alias.c.entity_id).join(ending, entity_alias.c.folded.like(ending.c.pattern)),
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

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        """Sketches of this time window, both ends included, that hold any of these terms; oldest first."""
        holding = sketch.c.terms.has_any(cast(list(terms), ARRAY(Text)))
        return self._sketches(holding & sketch.c.at.between(since, until), sketch.c.at.desc())

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        """How many sketches there are, and in how many of them each of these terms stands."""
        count = self._session.execute(select(func.count()).select_from(sketch).where(self._others)).scalar_one()
        term = func.unnest(cast(list(terms), ARRAY(Text))).table_valued("term").render_derived()
        holding = select(term.c.term, func.count()).join(sketch, sketch.c.terms.has_key(term.c.term))
        rows = self._session.execute(holding.where(self._others).group_by(term.c.term))
        return count, dict(rows.all())

    def _sketches(self, condition: ColumnElement[bool], order: ColumnElement[Any]) -> Sequence[Sketch]:
        query = (
            select(sketch, article.c.story_id, article.c.title, article.c.body)
            .join(article, article.c.id == sketch.c.article_id)
            .where(condition, self._others)
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
                text="\n\n".join(part for part in (row.title, row.body) if part),
            )
            for row in self._session.execute(query)
        ]
        return sorted(found, key=lambda each: (each.at, each.article))
