"""Documents: what was submitted, byte for byte. One per source and content, and one per URL that is yet to be fetched.

`document_twin` keeps the ids that were given to URLs whose bytes turned out to be a document already there.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Integer, LargeBinary, Text, Uuid
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from app.model.document import DocumentState
from app.store.tables.base import (
    Base,
    generated,
    instant,
    maybe_instant,
    maybe_string,
    one_of,
    optional,
    primary_key,
    required,
    table_of,
)
from app.store.tables.types import Choice


class Document(Base, table=True):
    id: UUID = primary_key()
    content: bytes | None = optional(LargeBinary)
    sha256: str | None = generated(Text, "encode(sha256(content), 'hex')", nullable=True)
    size: int | None = generated(Integer, "octet_length(content)", nullable=True)
    media_type: str | None = maybe_string()
    charset: str | None = maybe_string()
    url: str | None = maybe_string()
    final_url: str | None = maybe_string()
    etag: str | None = maybe_string()
    last_modified: str | None = maybe_string()
    outlet: str | None = maybe_string()
    outlet_folded: str | None = maybe_string()
    source: str = generated(Text, "coalesce(url, outlet, '')")
    fetched_at: datetime | None = maybe_instant()
    received_at: datetime = required(DateTime(timezone=True), index=True)
    updated_at: datetime = instant()
    state: DocumentState = required(Choice(DocumentState))
    attempts: int = required(Integer)
    misses: int = required(Integer)
    failure_stage: str | None = maybe_string()
    failure_reason: str | None = maybe_string()
    skipped: Any = required(JSONB)

    __table_args__ = (
        one_of("state", DocumentState),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("misses >= 0", name="misses"),
        CheckConstraint(
            "num_nonnulls(failure_stage, failure_reason) = CASE state WHEN 'failed' THEN 2 ELSE 0 END", name="failure"
        ),
        CheckConstraint("jsonb_typeof(skipped) = 'array'", name="skipped"),
        CheckConstraint("num_nonnulls(content, media_type) IN (0, 2)", name="typed"),
        CheckConstraint("content IS NOT NULL OR (url IS NOT NULL AND state <> 'done')", name="fetched"),
        # a URL may be longer than a B-tree takes, so its hash stands in
        Index("uq_document_sha256_source", "sha256", sql("md5(source)"), unique=True),
        Index("uq_document_unfetched", sql("md5(url)"), unique=True, postgresql_where=sql("content IS NULL")),
        Index("ix_document_url", "url", postgresql_using="hash"),
        Index("ix_document_state_id", "state", "id"),
        Index("ix_document_outlet_folded", sql("left(outlet_folded, 300)"), "id"),
    )


class DocumentTwin(Base, table=True):
    id: UUID = primary_key()
    document_id: UUID = required(Uuid, ForeignKey("document.id", ondelete="CASCADE"), index=True)


document = table_of(Document)
document_twin = table_of(DocumentTwin)
