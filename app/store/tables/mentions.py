"""Mentions, and the roles printed with them. A role belongs to whom its mention denotes."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, UniqueConstraint, Uuid

from app.model.mention import EntityKind, MentionKind
from app.model.span import Span
from app.store.tables.base import (
    Base,
    article_key,
    one_of,
    optional,
    primary_key,
    required,
    share,
    string,
    table_of,
    within_text,
)
from app.store.tables.types import Choice, OneSpan


class Mention(Base, table=True):
    id: UUID = primary_key()
    article_id: UUID = required(Uuid)
    article_length: int = required(Integer)
    span: Span = required(OneSpan)
    surface: str = string()
    kind: MentionKind = required(Choice(MentionKind))
    entity_kind: EntityKind = required(Choice(EntityKind))
    name: str = string()
    entity_id: UUID | None = optional(Uuid, ForeignKey("entity.id"))
    confidence: float = required(Float)
    made_by: str = string()

    __table_args__ = (
        article_key(),
        one_of("kind", MentionKind),
        one_of("entity_kind", EntityKind),
        within_text("span"),
        CheckConstraint("char_length(surface) = upper(span) - lower(span)", name="surface"),
        share("confidence"),
        UniqueConstraint("article_id", "span"),
        UniqueConstraint("id", "article_id"),
        Index("ix_mention_entity_id_id", "entity_id", "id"),
    )


class EntityRole(Base, table=True):
    id: UUID = primary_key()
    mention_id: UUID = required(Uuid)
    article_id: UUID = required(Uuid)
    article_length: int = required(Integer)
    span: Span = required(OneSpan)
    text: str = string()

    __table_args__ = (
        article_key(),
        ForeignKeyConstraint(["mention_id", "article_id"], ["mention.id", "mention.article_id"], ondelete="CASCADE"),
        within_text("span"),
        UniqueConstraint("mention_id", "span"),
        Index("ix_entity_role_article_id", "article_id"),
    )


mention = table_of(Mention)
entity_role = table_of(EntityRole)
