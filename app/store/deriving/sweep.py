"""Deleting what nothing holds any more, among what a document held before and holds now."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, delete, exists, select, union

from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim, claim_about, claim_appearance
from app.store.tables.entities import entity
from app.store.tables.judgements import judgement
from app.store.tables.mentions import mention
from app.store.tables.quotes import quote, quote_about
from app.store.tables.stories import story
from app.store.tables.utterances import utterance


@dataclass(frozen=True, slots=True)
class Held:
    """The shared things that one document holds on to."""

    stories: frozenset[UUID]
    utterances: frozenset[UUID]
    claims: frozenset[UUID]
    entities: frozenset[UUID]


def held_by(session: Session, document_id: UUID) -> Held:
    """What the stored articles of a document hold."""
    articles = select(article.c.id).where(article.c.document_id == document_id)
    mine = quote.c.article_id.in_(articles)
    quotes = select(quote.c.id).where(mine)
    claims = _set(session, select(claim_appearance.c.claim_id).where(claim_appearance.c.quote_id.in_(quotes)))
    people = union(
        select(mention.c.entity_id).where(mention.c.article_id.in_(articles)),
        select(quote.c.speaker_id).where(mine),
        select(quote.c.addressee_id).where(mine),
        select(quote_about.c.entity_id).where(quote_about.c.quote_id.in_(quotes)),
        select(claim_about.c.entity_id).where(among(claim_about.c.claim_id, claims)),
        select(claim.c.claimant_id).where(among(claim.c.id, claims)),
    )
    return Held(
        stories=_set(session, select(article.c.story_id).where(article.c.document_id == document_id)),
        utterances=_set(session, select(quote.c.utterance_id).where(mine)),
        claims=claims,
        entities=_set(session, people),
    )


def sweep(session: Session, before: Held, entities: Collection[UUID]) -> None:
    """Delete of these utterances, claims, stories and entities those that nothing refers to.

    A story that became part of another refers to nothing but lives as long as that: its id must answer.
    """
    _delete(session, utterance, before.utterances, quote.c.utterance_id)
    _delete(session, claim, before.claims, claim_appearance.c.claim_id)
    _delete(session, story, _current(session, before.stories), article.c.story_id)
    holders = (
        mention.c.entity_id,
        judgement.c.left_id,
        judgement.c.right_id,
        quote.c.speaker_id,
        quote.c.addressee_id,
        quote_about.c.entity_id,
        claim.c.claimant_id,
        claim_about.c.entity_id,
        utterance.c.speaker_id,
        entity.alias("merged").c.merged_into,
    )
    _delete(session, entity, before.entities | set(entities), *holders)


def _current(session: Session, stories: Collection[UUID]) -> frozenset[UUID]:
    return _set(session, select(story.c.id).where(among(story.c.id, stories), story.c.current))


def _delete(session: Session, table: Table, candidates: Collection[UUID], *holders: ColumnElement[UUID]) -> None:
    if candidates:
        unheld = [~exists().where(holder == table.c.id) for holder in holders]
        session.execute(delete(table).where(among(table.c.id, candidates), *unheld))


def _set(session: Session, query: Select[Any] | CompoundSelect[Any]) -> frozenset[UUID]:
    return frozenset(value for value in session.execute(query).scalars() if value is not None)
