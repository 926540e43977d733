"""Rows of documents made records: without their bytes, with how many articles were found in them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from app.model.document import Skipped
from app.model.findings import Failure
from app.store.records import DocumentRecord
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.documents import document

COLUMNS = [column for column in document.c if column.name != "content"]


def records(session: Session, rows: Sequence[Row[Any]]) -> list[DocumentRecord]:
    """The records of these rows of the document table, in their order."""
    counted = (
        select(article.c.document_id, func.count())
        .where(among(article.c.document_id, [row.id for row in rows]))
        .group_by(article.c.document_id)
    )
    counts: dict[UUID, int] = dict(session.execute(counted).all())
    return [_record(row, counts.get(row.id, 0)) for row in rows]


def _record(row: Row[Any], article_count: int) -> DocumentRecord:
    failure = None
    if row.failure_stage is not None:
        failure = Failure(stage=row.failure_stage, reason=row.failure_reason)
    return DocumentRecord(
        id=row.id,
        state=row.state,
        media_type=row.media_type,
        charset=row.charset,
        url=row.url,
        final_url=row.final_url,
        outlet=row.outlet,
        fetched_at=row.fetched_at,
        received_at=row.received_at,
        updated_at=row.updated_at,
        size=row.size,
        sha256=row.sha256,
        attempts=row.attempts,
        failure=failure,
        skipped=tuple(Skipped(**one) for one in row.skipped),
        article_count=article_count,
    )
