"""Quotes, and the entities named in their words. Speaker, addressee and cue are there whole or not at all."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from app.model.mention import MentionKind
from app.model.quote import CueClass, QuoteKind
from app.model.span import Span
from app.store.tables.base import (
    SEARCHABLE,
    Base,
    article_key,
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
    within_text,
)
from app.store.tables.types import Choice, OneSpan, Spans


def _whole_party(party: str) -> CheckConstraint:
    parts = ", ".join(f"{party}_{part}" for part in ("text", "form", "anonymous", "confidence", "reason"))
    return CheckConstraint(
        f"num_nonnulls({parts}) IN (0, 5)"
        f" AND ({party}_text IS NOT NULL OR num_nonnulls({party}_spans, {party}_id, {party}_role) = 0)",
        name=f"{party}_whole",
    )


class Quote(Base, table=True):
    id: UUID = primary_key()
    article_id: UUID = required(Uuid)
    article_length: int = required(Integer)
    kind: QuoteKind = required(Choice(QuoteKind))
    content: tuple[Span, ...] = required(Spans)
    text: str = string()
    speaker_text: str | None = maybe_string()
    speaker_folded: str | None = maybe_string()
    speaker_spans: tuple[Span, ...] | None = optional(Spans)
    speaker_form: MentionKind | None = optional(Choice(MentionKind))
    speaker_id: UUID | None = optional(Uuid, ForeignKey("entity.id"))
    speaker_role: str | None = maybe_string()
    speaker_anonymous: bool | None = optional(Boolean)
    speaker_confidence: float | None = optional(Float)
    speaker_reason: str | None = maybe_string()
    addressee_text: str | None = maybe_string()
    addressee_spans: tuple[Span, ...] | None = optional(Spans)
    addressee_form: MentionKind | None = optional(Choice(MentionKind))
    addressee_id: UUID | None = optional(Uuid, ForeignKey("entity.id"), index=True)
    addressee_role: str | None = maybe_string()
    addressee_anonymous: bool | None = optional(Boolean)
    addressee_confidence: float | None = optional(Float)
    addressee_reason: str | None = maybe_string()
    cue_text: str | None = maybe_string()
    cue_lemma: str | None = maybe_string()
    cue_kind: CueClass | None = optional(Choice(CueClass))
    cue_spans: tuple[Span, ...] | None = optional(Spans)
    hedged: bool = flag()
    negated: bool = flag()
    said_on: str | None = maybe_string()
    said_when: Span | None = optional(OneSpan)
    said_where: Span | None = optional(OneSpan)
    within_id: UUID | None = optional(Uuid)
    confidence: float = required(Float)
    reason: str = string()
    made_by: str = string()
    utterance_id: UUID = required(Uuid, ForeignKey("utterance.id"))
    search: Any = generated(TSVECTOR, f"to_tsvector('english', left(text, {SEARCHABLE}))")
    created_at: datetime = instant(index=True)
    updated_at: datetime = instant()

    __table_args__ = (
        article_key(),
        one_of("kind", QuoteKind),
        one_of("speaker_form", MentionKind),
        one_of("addressee_form", MentionKind),
        one_of("cue_kind", CueClass),
        within_text("content"),
        within_text("speaker_spans"),
        within_text("addressee_spans"),
        within_text("cue_spans"),
        within_text("said_when"),
        within_text("said_where"),
        UniqueConstraint("id", "article_id"),
        # deferred, so that one save may write the inner before the outer, and take the outer away before it says so
        ForeignKeyConstraint(
            ["within_id", "article_id"], ["quote.id", "quote.article_id"], deferrable=True, initially="DEFERRED"
        ),
        CheckConstraint("within_id <> id", name="within_another"),
        share("confidence"),
        share("speaker_confidence"),
        share("addressee_confidence"),
        _whole_party("speaker"),
        _whole_party("addressee"),
        CheckConstraint("(speaker_text IS NULL) = (speaker_folded IS NULL)", name="speaker_folded"),
        CheckConstraint(
            "num_nonnulls(cue_text, cue_lemma, cue_kind) IN (0, 3) AND (cue_text IS NOT NULL OR cue_spans IS NULL)",
            name="cue_whole",
        ),
        Index(
            "uq_quote_article_id_content_speaker_spans_cue_spans",
            "article_id",
            "content",
            "speaker_spans",
            "cue_spans",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_quote_search", "search", postgresql_using="gin"),
        Index("ix_quote_speaker_id_id", "speaker_id", "id"),
        Index("ix_quote_utterance_id_id", "utterance_id", "id"),
        Index("ix_quote_kind_id", "kind", "id"),
        Index("ix_quote_within_id", "within_id", postgresql_where="within_id IS NOT NULL"),
        Index(
            "ix_quote_speaker_folded_trigrams",
            "speaker_folded",
            postgresql_using="gin",
            postgresql_ops={"speaker_folded": "gin_trgm_ops"},
            postgresql_where="speaker_id IS NULL",
        ),
    )


class QuoteAbout(Base, table=True):
    quote_id: UUID = required(Uuid, ForeignKey("quote.id", ondelete="CASCADE"), primary_key=True)
    entity_id: UUID = required(Uuid, ForeignKey("entity.id"), primary_key=True)

    __table_args__ = (Index("ix_quote_about_entity_id_quote_id", "entity_id", "quote_id"),)


quote = table_of(Quote)
quote_about = table_of(QuoteAbout)
