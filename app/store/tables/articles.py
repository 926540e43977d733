"""Articles. `length` counts the code points of the text: title, blank line, body (or what there is of them)."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    Time,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

from app.model.article import ArticleKind, Precision
from app.store.tables.base import (
    SEARCHABLE,
    Base,
    flag,
    generated,
    instant,
    maybe_instant,
    maybe_string,
    one_of,
    optional,
    primary_key,
    required,
    share,
    string,
    strings,
    table_of,
)
from app.store.tables.types import Choice

LENGTH = "char_length(title) + char_length(body) + CASE WHEN title <> '' AND body <> '' THEN 2 ELSE 0 END"
PUBLISHED = "coalesce(published_instant, published_local AT TIME ZONE 'UTC')"
UNDATED = "0001-01-01 00:00:00+00"
"""Stands for no publication time where rows are put in order."""


class Article(Base, table=True):
    id: UUID = primary_key()
    document_id: UUID = required(Uuid, ForeignKey("document.id", ondelete="CASCADE"))
    ordinal: int = required(Integer)
    kind: ArticleKind = required(Choice(ArticleKind))
    title: str = string()
    body: str = string()
    length: int = generated(Integer, LENGTH)
    byline: str | None = maybe_string()
    authors: list[str] = strings()
    outlet_id: UUID | None = optional(Uuid, ForeignKey("outlet.id"))
    published_raw: str | None = maybe_string()
    published_origin: str | None = maybe_string()
    published_precision: Precision | None = optional(Choice(Precision))
    published_instant: datetime | None = maybe_instant()
    published_local: datetime | None = optional(DateTime(timezone=False))
    published_clock: time | None = optional(Time)
    published_at: datetime | None = generated(DateTime(timezone=True), PUBLISHED, nullable=True)
    dated: datetime = generated(
        DateTime(timezone=True), f"coalesce(published_instant, published_local AT TIME ZONE 'UTC', '{UNDATED}')"
    )
    modified_raw: str | None = maybe_string()
    modified_origin: str | None = maybe_string()
    modified_precision: Precision | None = optional(Choice(Precision))
    modified_instant: datetime | None = maybe_instant()
    modified_local: datetime | None = optional(DateTime(timezone=False))
    agencies: list[str] = strings()
    dateline: Any = optional(JSONB(none_as_null=True))
    written_in: list[str] = strings()
    section: str | None = maybe_string()
    tags: list[str] = strings()
    filed: list[str] = strings()
    paywalled: bool | None = optional(Boolean)
    origins: Any = required(JSONB)
    language: str | None = maybe_string()
    truncated: bool = flag()
    url: str | None = maybe_string()
    story_id: UUID = required(Uuid, ForeignKey("story.id"))
    story_reasons: list[str] = strings()
    copy_of: UUID | None = optional(Uuid, ForeignKey("article.id", deferrable=True, initially="DEFERRED"), index=True)
    copy_score: float | None = optional(Float)
    copy_reasons: list[str] = strings()
    credited_to: str | None = maybe_string()
    version_of: UUID | None = optional(
        Uuid, ForeignKey("article.id", deferrable=True, initially="DEFERRED"), index=True
    )
    version_score: float | None = optional(Float)
    version_reasons: list[str] = strings()
    failures: Any = required(JSONB)
    search: Any = generated(TSVECTOR, f"to_tsvector('english', left(title || ' ' || body, {SEARCHABLE}))")
    created_at: datetime = instant(index=True)
    updated_at: datetime = instant()

    __table_args__ = (
        one_of("kind", ArticleKind),
        one_of("published_precision", Precision),
        UniqueConstraint("id", "length"),
        UniqueConstraint("document_id", "ordinal", deferrable=True, initially="DEFERRED"),
        CheckConstraint("ordinal >= 0", name="ordinal"),
        CheckConstraint(
            "num_nonnulls(published_instant, published_local, published_clock) <= 1"
            " AND num_nonnulls(published_raw, published_origin, published_precision)"
            " = 3 * num_nonnulls(published_instant, published_local, published_clock)",
            name="published",
        ),
        CheckConstraint(
            "coalesce(published_precision = 'clock', false) = (published_clock IS NOT NULL)", name="published_clock"
        ),
        CheckConstraint(
            "num_nonnulls(modified_instant, modified_local) <= 1"
            " AND num_nonnulls(modified_raw, modified_origin, modified_precision)"
            " = 3 * num_nonnulls(modified_instant, modified_local)",
            name="modified",
        ),
        CheckConstraint("modified_precision IN ('second', 'minute', 'day')", name="modified_precision"),
        CheckConstraint("jsonb_typeof(dateline) = 'object'", name="dateline"),
        CheckConstraint("jsonb_typeof(origins) = 'array'", name="origins"),
        share("copy_score"),
        CheckConstraint("(copy_of IS NULL) = (copy_score IS NULL)", name="copy"),
        CheckConstraint("copy_of <> id", name="copy_of_another"),
        share("version_score"),
        CheckConstraint("(version_of IS NULL) = (version_score IS NULL)", name="version"),
        CheckConstraint("version_of < id", name="version_of_an_earlier"),
        CheckConstraint("version_of IS NULL OR copy_of IS NULL", name="version_or_copy"),
        CheckConstraint("credited_to IS NULL OR copy_of IS NOT NULL", name="credited_copy"),
        Index("ix_article_url", "url", postgresql_using="hash"),
        CheckConstraint("jsonb_typeof(failures) = 'array'", name="failures"),
        Index("ix_article_search", "search", postgresql_using="gin"),
        Index("ix_article_filed", "filed", postgresql_using="gin"),
        Index("ix_article_paywalled_id", "paywalled", "id"),
        Index("ix_article_dated_id", "dated", "id"),
        Index("ix_article_published_at", "published_at"),
        Index("ix_article_outlet_id_id", "outlet_id", "id"),
        Index("ix_article_story_id_id", "story_id", "id"),
        Index("ix_article_kind_id", "kind", "id"),
        Index("ix_article_language_id", "language", "id"),
    )


article = table_of(Article)
