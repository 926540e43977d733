"""The change feed. Rows are written by deferred triggers alone, one commit at a time (see `app.store.changes`)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, Uuid

from app.store.tables.base import Base, instant, one_of, required, string, table_of


class Operation(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class Change(Base, table=True):
    sequence: int = required(BigInteger, Identity(always=True), primary_key=True)
    op: str = string()
    resource: str = string()
    resource_id: UUID = required(Uuid)
    at: datetime = instant()

    __table_args__ = (
        one_of("op", Operation),
        Index("ix_change_tombstone", "resource_id", "resource", postgresql_where="op = 'delete'"),
        Index("ix_change_resource_sequence", "resource", "sequence"),
    )


change = table_of(Change)
