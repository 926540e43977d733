"""What lets callers in: API keys, the answers kept under idempotency keys, and the server's own secret."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, LargeBinary, SmallInteger, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.store.tables.base import (
    Base,
    instant,
    maybe_instant,
    optional,
    primary_key,
    required,
    string,
    strings,
    table_of,
)


class ApiKey(Base, table=True):
    id: UUID = primary_key()
    name: str = string()
    prefix: str = required(Text, unique=True)
    hash: bytes = required(LargeBinary, unique=True)
    scopes: list[str] = strings()
    created_at: datetime = instant()
    revoked_at: datetime | None = maybe_instant()

    __table_args__ = (CheckConstraint("octet_length(hash) = 32", name="hash"),)


class Idempotency(Base, table=True):
    api_key_id: UUID = required(Uuid, ForeignKey("api_key.id", ondelete="CASCADE"), primary_key=True)
    key: str = required(Text, primary_key=True)
    request_hash: str = string()
    status: int | None = optional(Integer)
    answer: Any = optional(JSONB(none_as_null=True))
    created_at: datetime = instant(index=True)

    __table_args__ = (
        CheckConstraint("char_length(key) <= 500", name="key"),
        CheckConstraint("(status IS NULL) = (answer IS NULL)", name="answered"),
    )


class ServerSecret(Base, table=True):
    id: int = required(SmallInteger, primary_key=True)
    value: bytes = required(LargeBinary)

    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("octet_length(value) = 32", name="value"),
    )


api_key = table_of(ApiKey)
idempotency = table_of(Idempotency)
server_secret = table_of(ServerSecret)
