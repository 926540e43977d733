"""The row of an article, as values of its columns. Pure: nothing here reads the database."""

from dataclasses import asdict
from datetime import UTC
from uuid import UUID

from app.model.article import Dateline, Published
from app.model.resolution import Resolved
from app.store.deriving.rows import Row
from app.store.filing import filed_under


def article_row(resolved: Resolved, ordinal: int, outlet_id: UUID | None) -> Row:
    article = resolved.item.findings.article
    copy, version = resolved.copy, resolved.version
    return {
        "ordinal": ordinal,
        "kind": article.kind,
        "title": article.title,
        "body": article.body,
        "byline": article.byline,
        "authors": list(article.authors),
        "outlet_id": outlet_id,
        **_time("published", article.published),
        **_time("modified", article.modified),
        "agencies": list(article.agencies),
        "dateline": _dateline(article.dateline),
        "written_in": list(article.written_in),
        "section": article.section,
        "tags": list(article.tags),
        "filed": filed_under(article),
        "paywalled": article.paywalled,
        "origins": [asdict(origin) for origin in article.origins],
        "language": article.language,
        "truncated": article.truncated,
        "url": article.url,
        "story_id": resolved.sketch.story,
        "story_reasons": list(resolved.story_reasons),
        "copy_of": copy.of if copy else None,
        "copy_score": copy.score if copy else None,
        "copy_reasons": list(copy.reasons) if copy else [],
        "credited_to": copy.credited_to if copy else None,
        "version_of": version.of if version else None,
        "version_score": version.score if version else None,
        "version_reasons": list(version.reasons) if version else [],
        "failures": [{"stage": each.stage, "reason": each.reason} for each in resolved.item.findings.failures],
    }


def _time(kind: str, time: Published | None) -> Row:
    """The columns of a time; a time of change is never a clock's alone."""
    parts = ("raw", "origin", "precision", "instant", "local", *(["clock"] if kind == "published" else []))
    values = {part: getattr(time, part, None) for part in parts}
    if time is not None and time.instant is not None:
        values["instant"] = time.instant.astimezone(UTC)
    return {f"{kind}_{part}": value for part, value in values.items()}


def _dateline(dateline: Dateline | None) -> Row | None:
    return {**asdict(dateline), "places": list(dateline.places)} if dateline else None
