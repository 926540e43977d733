"""Stories: articles about the same event. `first_at` and `last_at` are the times of its first and last article.

What became part of another points at that, which did not: chains cannot be. It goes with it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, DateTime, ForeignKeyConstraint, UniqueConstraint, Uuid

from app.store.tables.base import Base, generated, instant, optional, primary_key, required, string, table_of


class Story(Base, table=True):
    id: UUID = primary_key()
    title: str = string()
    first_at: datetime = required(DateTime(timezone=True), index=True)
    last_at: datetime = required(DateTime(timezone=True), index=True)
    merged_into: UUID | None = optional(Uuid, index=True)
    current: bool = generated(Boolean, "merged_into IS NULL")
    into_current: bool | None = generated(
        Boolean, "CASE WHEN merged_into IS NULL THEN NULL ELSE true END", nullable=True
    )
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (
        CheckConstraint("first_at <= last_at", name="order"),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
        UniqueConstraint("id", "current"),
        ForeignKeyConstraint(
            ["merged_into", "into_current"],
            ["story.id", "story.current"],
            name="fk_story_merged_into_current",
            ondelete="CASCADE",
        ),
    )


story = table_of(Story)
