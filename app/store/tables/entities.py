"""Entities, and the names they go by. What was merged away points at its survivor, which was not: chains cannot be."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, Uuid

from app.model.mention import EntityKind
from app.store.tables.base import (
    Base,
    generated,
    instant,
    maybe_string,
    one_of,
    optional,
    primary_key,
    required,
    string,
    table_of,
)
from app.store.tables.types import Choice

KEY_LENGTH = 300
"""Folded names are compared by so many code points: a B-tree entry must stay under 2,700 bytes."""


class Entity(Base, table=True):
    id: UUID = primary_key()
    kind: EntityKind = required(Choice(EntityKind))
    name: str = string()
    folded: str = string()
    wikidata: str | None = maybe_string()
    geonames: str | None = maybe_string()
    merged_into: UUID | None = optional(Uuid, index=True)
    current: bool = generated(Boolean, "merged_into IS NULL")
    into_current: bool | None = generated(
        Boolean, "CASE WHEN merged_into IS NULL THEN NULL ELSE true END", nullable=True
    )
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (
        one_of("kind", EntityKind),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
        CheckConstraint(f"char_length(folded) <= {KEY_LENGTH}", name="folded"),
        UniqueConstraint("id", "current"),
        ForeignKeyConstraint(
            ["merged_into", "into_current"], ["entity.id", "entity.current"], name="fk_entity_merged_into_current"
        ),
        Index("ix_entity_folded_id", "folded", "id"),
        Index("ix_entity_kind_id", "kind", "id"),
        Index("ix_entity_wikidata", "wikidata"),
    )


class EntityAlias(Base, table=True):
    entity_id: UUID = required(Uuid, ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True)
    folded: str = required(Text, primary_key=True)
    name: str = string()
    backwards: str = generated(Text, "reverse(folded)")

    __table_args__ = (
        CheckConstraint(f"folded <> '' AND char_length(folded) <= {KEY_LENGTH}", name="folded"),
        Index("ix_entity_alias_folded", "folded", postgresql_ops={"folded": "text_pattern_ops"}),
        Index("ix_entity_alias_backwards", "backwards", postgresql_ops={"backwards": "text_pattern_ops"}),
        Index(
            "ix_entity_alias_folded_trigrams",
            "folded",
            postgresql_using="gin",
            postgresql_ops={"folded": "gin_trgm_ops"},
        ),
    )


entity = table_of(Entity)
entity_alias = table_of(EntityAlias)
