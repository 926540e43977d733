"""Utterances: the same words by the same speaker. One per key."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Uuid
from sqlalchemy import text as sql

from app.store.tables.base import Base, instant, optional, primary_key, string, table_of


class Utterance(Base, table=True):
    id: UUID = primary_key()
    key: str = string()
    text: str = string()
    speaker_id: UUID | None = optional(Uuid, ForeignKey("entity.id"))
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (
        # a key may be longer than a B-tree takes, so its hash stands in
        Index("uq_utterance_key", sql("md5(key)"), unique=True),
        Index("ix_utterance_speaker_id_id", "speaker_id", "id"),
    )


utterance = table_of(Utterance)
