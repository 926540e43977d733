"""Claims, the quotes they appear in, and what they are about. One per key."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, Uuid
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSVECTOR

from app.model.claim import Stance
from app.store.tables.base import (
    SEARCHABLE,
    Base,
    flag,
    generated,
    instant,
    maybe_string,
    one_of,
    optional,
    primary_key,
    required,
    share,
    string,
    table_of,
)
from app.store.tables.types import Choice


class Claim(Base, table=True):
    id: UUID = primary_key()
    key: str = string()
    text: str = string()
    stance: Stance = required(Choice(Stance))
    claimant_id: UUID | None = optional(Uuid, ForeignKey("entity.id"))
    claimant_text: str | None = maybe_string()
    claimant_folded: str | None = maybe_string()
    hedged: bool = flag()
    negated: bool = flag()
    confidence: float = required(Float)
    made_by: str = string()
    search: Any = generated(TSVECTOR, f"to_tsvector('english', left(text, {SEARCHABLE}))")
    created_at: datetime = instant(index=True)
    updated_at: datetime = instant()

    __table_args__ = (
        one_of("stance", Stance),
        share("confidence"),
        CheckConstraint("(claimant_text IS NULL) = (claimant_folded IS NULL)", name="claimant_folded"),
        # a key may be longer than a B-tree takes, so its hash stands in
        Index("uq_claim_key", sql("md5(key)"), unique=True),
        Index("ix_claim_search", "search", postgresql_using="gin"),
        Index("ix_claim_claimant_id_id", "claimant_id", "id"),
        Index("ix_claim_stance_id", "stance", "id"),
        Index(
            "ix_claim_claimant_folded_trigrams",
            "claimant_folded",
            postgresql_using="gin",
            postgresql_ops={"claimant_folded": "gin_trgm_ops"},
            postgresql_where="claimant_id IS NULL",
        ),
    )


class ClaimAppearance(Base, table=True):
    claim_id: UUID = required(Uuid, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True)
    quote_id: UUID = required(Uuid, ForeignKey("quote.id", ondelete="CASCADE"), primary_key=True)

    __table_args__ = (Index("ix_claim_appearance_quote_id", "quote_id"),)


class ClaimAbout(Base, table=True):
    claim_id: UUID = required(Uuid, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True)
    entity_id: UUID = required(Uuid, ForeignKey("entity.id"), primary_key=True)

    __table_args__ = (Index("ix_claim_about_entity_id_claim_id", "entity_id", "claim_id"),)


claim = table_of(Claim)
claim_appearance = table_of(ClaimAppearance)
claim_about = table_of(ClaimAbout)
