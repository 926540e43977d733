"""Making two entities one."""

from uuid import UUID

from sqlalchemy import Column, Table, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from app.kit.clock import now
from app.model.entity import Judgement
from app.model.errors import Conflict, Merged
from app.store import judgements
from app.store.changes import absence
from app.store.known import COLUMNS, records
from app.store.records import EntityRecord
from app.store.session import Session, serialise
from app.store.tables.claims import claim, claim_about
from app.store.tables.entities import entity, entity_alias
from app.store.tables.mentions import mention
from app.store.tables.quotes import quote, quote_about
from app.store.tables.utterances import utterance

RESOURCES = ((quote, "speaker_id"), (quote, "addressee_id"), (utterance, "speaker_id"), (claim, "claimant_id"))
"""Columns that name an entity in rows with a change feed."""


def merge(session: Session, loser: UUID, survivor: UUID, judgement: Judgement) -> EntityRecord:
    """Make two entities one and keep why: everything said of `loser` is said of `survivor` from now on.

    Mentions (with their roles), quotes, utterances, claims and aliases move; `get(loser)` raises `Merged`. Waits for
    resolving writers. Raises `Conflict` where both are the same, and what `get` raises where either is no entity.
    """
    if loser == survivor:
        raise Conflict("An entity cannot be merged into itself.")
    serialise(session)
    for each in (loser, survivor):
        _check_current(session, each)
    _move(session, loser, survivor)
    session.execute(update(entity).where(entity.c.merged_into == loser).values(merged_into=survivor))
    session.execute(update(entity).where(entity.c.id == loser).values(merged_into=survivor, updated_at=now()))
    session.execute(update(entity).where(entity.c.id == survivor).values(updated_at=now()))
    judgements.add(session, judgement)
    return records(session, session.execute(select(*COLUMNS).where(entity.c.id == survivor)).all())[0]


def _check_current(session: Session, entity_id: UUID) -> None:
    row = session.execute(select(entity.c.merged_into).where(entity.c.id == entity_id).with_for_update()).first()
    if row is None:
        raise absence(session, "entity", entity_id)
    if row.merged_into is not None:
        raise Merged(row.merged_into)


def _move(session: Session, loser: UUID, survivor: UUID) -> None:
    session.execute(update(mention).where(mention.c.entity_id == loser).values(entity_id=survivor))
    for table, name in RESOURCES:
        session.execute(update(table).where(table.c[name] == loser).values({name: survivor, "updated_at": now()}))
    _move_pairs(session, quote_about, quote_about.c.quote_id, (loser, survivor))
    _move_pairs(session, claim_about, claim_about.c.claim_id, (loser, survivor))
    names = select(entity_alias.c.folded, entity_alias.c.name).where(entity_alias.c.entity_id == loser)
    for row in session.execute(names).all():
        session.execute(
            insert(entity_alias).values(entity_id=survivor, folded=row.folded, name=row.name).on_conflict_do_nothing()
        )
    session.execute(delete(entity_alias).where(entity_alias.c.entity_id == loser))


def _move_pairs(session: Session, table: Table, owner: Column[UUID], pair: tuple[UUID, UUID]) -> None:
    """Rows that say that something is about the loser, except where it is about the survivor already."""
    loser, survivor = pair
    owners = session.execute(select(owner).where(table.c.entity_id == loser)).scalars().all()
    session.execute(delete(table).where(table.c.entity_id == loser))
    if owners:
        rows = [{owner.name: each, "entity_id": survivor} for each in owners]
        session.execute(insert(table).values(rows).on_conflict_do_nothing())
