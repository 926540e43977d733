"""Sketches: what later articles are compared with (text and story are the article's own), and how common terms are."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Integer, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.store.tables.base import Base, required, string, table_of


class Sketch(Base, table=True):
    article_id: UUID = required(Uuid, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    at: datetime = required(DateTime(timezone=True), index=True)
    digest: str = string()
    bands: list[int] = required(ARRAY(BigInteger))
    terms: Any = required(JSONB)

    __table_args__ = (
        CheckConstraint("jsonb_typeof(terms) = 'object'", name="terms"),
        Index("ix_sketch_digest", "digest", postgresql_using="hash"),
        Index("ix_sketch_bands", "bands", postgresql_using="gin"),
        Index("ix_sketch_terms", "terms", postgresql_using="gin"),
    )


class TermFrequency(Base, table=True):
    """In how many sketches a term stands; triggers count. The empty term stands for every sketch.

    A term may be longer than a B-tree takes, so its MD5 stands in.
    """

    hash: UUID = required(Uuid, primary_key=True)
    articles: int = required(Integer)


sketch = table_of(Sketch)
term_frequency = table_of(TermFrequency)
