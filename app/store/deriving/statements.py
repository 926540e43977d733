"""Utterances and claims of a resolution. Both are shared between documents, so a document adds to what is there."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, func, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from app.model.resolution import Identified, Resolved
from app.store.deriving.reconcile import Difference, difference, reconcile_pairs, touch, write
from app.store.deriving.rows import Row
from app.store.names import key_of
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim, claim_about, claim_appearance
from app.store.tables.quotes import quote
from app.store.tables.utterances import utterance

type Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim of this document: its row, the quote that prints it, and whom or what it is about."""

    row: Row
    quote_id: UUID
    about: frozenset[UUID]


def ids_by_key(session: Session, table: Table, identified: Sequence[Identified]) -> Mapping[str, UUID]:
    """The ids of utterances or claims by key: the stored one's where there is one, else the one it was given."""
    keys = {each.key for each in identified}
    rows = session.execute(select(table.c.key, table.c.id).where(has_key(table, keys)))
    stored = dict(rows.all())
    return {each.key: stored.get(each.key, each.id) for each in reversed(identified)}


def has_key(table: Table, keys: Collection[str]) -> ColumnElement[bool]:
    """Whether a row has one of these keys; the hash is what is indexed."""
    hashes = [hashlib.md5(key.encode(), usedforsecurity=False).hexdigest() for key in keys]
    return among(func.md5(table.c.key, type_=table.c.key.type), hashes) & among(table.c.key, keys)


def save_utterances(session: Session, rows: Sequence[Row], moment: datetime) -> None:
    """Insert utterances that are new. Of a known one the speaker alone may change, and is not forgotten."""
    by_id = {row["id"]: row for row in reversed(rows)}
    known = session.execute(select(utterance).where(among(utterance.c.id, by_id))).all()
    for row in known:
        speaker_id = by_id.pop(row.id)["speaker_id"]
        if speaker_id not in (None, row.speaker_id):
            changed = update(utterance).where(utterance.c.id == row.id)
            session.execute(changed.values(speaker_id=speaker_id, updated_at=moment))
    write(session, Difference(utterance, {}, new=list(by_id.values())), moment)


def claim_row(resolved: Resolved, place: int, claim_id: UUID, speaker: Row) -> Row:
    """The row of an article's claim; `speaker` is the row of the quote that it comes from."""
    made = resolved.item.findings.claims[place]
    claimant = speaker["speaker_text"]
    return {
        "id": claim_id,
        "key": resolved.claims[place].key,
        "text": made.text,
        "stance": made.stance,
        "claimant_id": speaker["speaker_id"],
        "claimant_text": claimant,
        "claimant_folded": None if claimant is None else key_of(claimant),
        "hedged": made.hedged,
        "negated": made.negated,
        "confidence": made.confidence,
        "made_by": made.made_by,
    }


def appearances(session: Session, document_id: UUID) -> set[Pair]:
    """Which claims the quotes of a document print now, as pairs of quote and claim."""
    pairs = select(claim_appearance.c.quote_id, claim_appearance.c.claim_id)
    rows = session.execute(pairs.where(claim_appearance.c.quote_id.in_(_quotes_of(document_id))))
    return {(quote_id, claim_id) for quote_id, claim_id in rows}


def save_claims(
    session: Session, document_id: UUID, stated: Sequence[Stated], before: set[Pair], moment: datetime
) -> None:
    """Write claims, their appearances, and what they are about; `before` are the appearances before anything changed.

    A claim that other documents print too has the words and marks of its first appearance (its oldest quote).
    """
    ruled = _ruled(session, document_id, stated)
    found = difference(session, claim, among(claim.c.id, ruled), ("id",), [each.row for each in ruled.values()])
    write(session, found, moment)
    about = {(each.row["id"], entity_id) for each in ruled.values() for entity_id in each.about}
    touched = reconcile_pairs(session, claim_about.c.claim_id, claim_about.c.entity_id, set(ruled), about)
    printed = {(each.quote_id, each.row["id"]) for each in stated}
    owners = {quote_id for quote_id, _ in before | printed}
    reconcile_pairs(session, claim_appearance.c.quote_id, claim_appearance.c.claim_id, owners, printed)
    touched |= {claim_id for _, claim_id in before ^ printed}
    touch(session, claim, _appearing(session, touched - found.written), moment)


def _appearing(session: Session, claim_ids: Collection[UUID]) -> set[UUID]:
    """Those of the claims that still appear; the others are about to go."""
    query = select(claim_appearance.c.claim_id).where(among(claim_appearance.c.claim_id, claim_ids))
    return set(session.execute(query).scalars())


def _ruled(session: Session, document_id: UUID, stated: Sequence[Stated]) -> Mapping[UUID, Stated]:
    """The claims whose first appearance is in this document, by their ids."""
    elsewhere = _first_elsewhere(session, document_id, [each.row["id"] for each in stated])
    ruled: dict[UUID, Stated] = {}
    for each in sorted(stated, key=lambda one: one.quote_id):
        first = elsewhere.get(each.row["id"])
        if first is None or each.quote_id < first:
            ruled.setdefault(each.row["id"], each)
    return ruled


def _first_elsewhere(session: Session, document_id: UUID, claim_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
    """The oldest quote of another document that prints each claim."""
    mine = claim_appearance.c.quote_id.in_(_quotes_of(document_id))
    query = (
        select(claim_appearance.c.claim_id, claim_appearance.c.quote_id)
        .ext(distinct_on(claim_appearance.c.claim_id))
        .where(among(claim_appearance.c.claim_id, claim_ids), ~mine)
        .order_by(claim_appearance.c.claim_id, claim_appearance.c.quote_id)
    )
    return dict(session.execute(query).all())


def _quotes_of(document_id: UUID) -> Select[Any]:
    joined = select(quote.c.id).join(article, article.c.id == quote.c.article_id)
    return joined.where(article.c.document_id == document_id)
