"""From records of articles to their schemas."""

from dataclasses import asdict
from typing import Any

from app.api.articles.schemas import (
    MOST_AUTHORS,
    MOST_FAILURES,
    MOST_PLACES,
    MOST_TAGS,
    Article,
    ArticleSummary,
    Dateline,
    Origin,
)
from app.api.presenting import failure, outlet, published
from app.store.records import ArticleRecord


def summary(record: ArticleRecord) -> ArticleSummary:
    return ArticleSummary(**_summary(record))


def article(record: ArticleRecord) -> Article:
    origins = [Origin(field=each.field, origin=each.origin, confidence=each.confidence) for each in record.origins]
    return Article(
        **_summary(record),
        body=record.body,
        text=record.text,
        origins=origins,
        story_reasons=list(record.story_reasons),
        copy_reasons=list(record.copy_reasons),
        version_reasons=list(record.version_reasons),
    )


def _summary(record: ArticleRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "document_id": record.document_id,
        "ordinal": record.ordinal,
        "kind": record.kind,
        "title": record.title,
        "byline": record.byline,
        "authors": list(record.authors[:MOST_AUTHORS]),
        "outlet": outlet(record.outlet),
        "published": published(record.published),
        "modified": published(record.modified),
        "agencies": list(record.agencies[:MOST_AUTHORS]),
        "dateline": Dateline(**asdict(record.dateline)) if record.dateline else None,
        "written_in": list(record.written_in[:MOST_PLACES]),
        "section": record.section,
        "tags": list(record.tags[:MOST_TAGS]),
        "paywalled": record.paywalled,
        "language": record.language,
        "truncated": record.truncated,
        "url": record.url,
        "story_id": record.story_id,
        "copy_of": record.copy_of,
        "copy_score": record.copy_score,
        "credited_to": record.credited_to,
        "version_of": record.version_of,
        "superseded": record.superseded,
        "failures": [failure(one) for one in record.failures[:MOST_FAILURES]],
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }
