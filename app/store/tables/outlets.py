"""Outlets: who publishes. One per folded name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text

from app.store.tables.base import Base, instant, maybe_string, primary_key, required, string, table_of


class Outlet(Base, table=True):
    id: UUID = primary_key()
    name: str = string()
    folded: str = required(Text, unique=True)
    home_url: str | None = maybe_string()
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (
        CheckConstraint("folded <> '' AND char_length(folded) <= 300", name="folded"),
        Index("ix_outlet_folded_trigrams", "folded", postgresql_using="gin", postgresql_ops={"folded": "gin_trgm_ops"}),
    )


outlet = table_of(Outlet)
