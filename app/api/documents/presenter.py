"""From records of documents to their schemas."""

from app.api.documents.schemas import Document, SkippedInfo
from app.api.presenting import failure
from app.store.records import DocumentRecord


def document(record: DocumentRecord) -> Document:
    return Document(
        id=record.id,
        state=record.state,
        failure=None if record.failure is None else failure(record.failure),
        skipped=[SkippedInfo(reason=one.reason, count=one.count) for one in record.skipped],
        media_type=record.media_type,
        charset=record.charset,
        url=record.url,
        final_url=record.final_url,
        outlet=record.outlet,
        fetched_at=record.fetched_at,
        received_at=record.received_at,
        updated_at=record.updated_at,
        size=record.size,
        sha256=record.sha256,
        attempts=record.attempts,
        article_count=record.article_count,
    )


def location(record: DocumentRecord) -> str:
    """The document's address."""
    return f"/v1/documents/{record.id}"
