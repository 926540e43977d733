"""Sources: feeds that are looked at on a schedule, the entries seen in them, and whose turn it is at each host."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, DateTime, ForeignKey, Index, Integer, Text, Uuid
from sqlalchemy import text as sql

from app.model.source import LONGEST_INTERVAL, SHORTEST_INTERVAL, Entries
from app.store.tables.base import (
    Base,
    instant,
    maybe_instant,
    maybe_string,
    one_of,
    optional,
    primary_key,
    required,
    string,
    table_of,
)
from app.store.tables.types import Choice


class Source(Base, table=True):
    id: UUID = primary_key()
    url: str = string()
    outlet: str | None = maybe_string()
    interval_seconds: int = required(Integer)
    entries: Entries = required(Choice(Entries))
    paused: bool = required(Boolean)
    final_url: str | None = maybe_string()
    etag: str | None = maybe_string()
    last_modified: str | None = maybe_string()
    next_poll_at: datetime = instant()
    last_polled_at: datetime | None = maybe_instant()
    last_changed_at: datetime | None = maybe_instant()
    last_error: str | None = maybe_string()
    failures: int = required(Integer)
    created_at: datetime = instant()
    updated_at: datetime = instant()

    __table_args__ = (
        one_of("entries", Entries),
        CheckConstraint(f"interval_seconds BETWEEN {SHORTEST_INTERVAL} AND {LONGEST_INTERVAL}", name="interval"),
        CheckConstraint("failures >= 0 AND (failures = 0) = (last_error IS NULL)", name="failures"),
        Index("uq_source_url", sql("md5(url)"), unique=True),
        Index("ix_source_due", "next_poll_at", postgresql_where=sql("NOT paused")),
    )


class SourceEntry(Base, table=True):
    source_id: UUID = required(Uuid, ForeignKey("source.id", ondelete="CASCADE"), primary_key=True)
    hash: UUID = required(Uuid, primary_key=True)
    said: UUID | None = optional(Uuid)
    seen_at: datetime = required(DateTime(timezone=True))


class HostTurn(Base, table=True):
    host: str = required(Text, primary_key=True)
    next_at: datetime = required(DateTime(timezone=True), index=True)


source = table_of(Source)
source_entry = table_of(SourceEntry)
host_turn = table_of(HostTurn)
