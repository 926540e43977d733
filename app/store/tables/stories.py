"""Stories: articles about the same event. `first_at` and `last_at` are the times of its first and last article."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime

from app.store.tables.base import Base, instant, primary_key, required, string, table_of


class Story(Base, table=True):
    id: UUID = primary_key()
    title: str = string()
    first_at: datetime = required(DateTime(timezone=True), index=True)
    last_at: datetime = required(DateTime(timezone=True), index=True)
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (CheckConstraint("first_at <= last_at", name="order"),)


story = table_of(Story)
