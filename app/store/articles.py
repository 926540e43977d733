"""Articles: single news items, normalized."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.model.article import Article, ArticleKind
from app.store.paging import DatedSort
from app.store.records import ArticleRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    Published: the instant, or the local time read as UTC; a clock time alone is in no range. Ingested: when the article
    was first stored. `outlet` is an id or a name (compared folded); `entity_id` any entity it mentions; `text` a web
    search over title and body ("missile -test", "\\"exact words\\"").
    """

    kind: ArticleKind | None = None
    outlet: UUID | str | None = None
    language: str | None = None
    entity_id: UUID | None = None
    document_id: UUID | None = None
    story_id: UUID | None = None
    copy_of: UUID | None = None
    text: str | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


def page(
    session: Session,
    where: ArticleFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: DatedSort = DatedSort.NEWEST,
) -> Page[ArticleRecord]:
    raise NotImplementedError


def get(session: Session, article_id: UUID) -> ArticleRecord:
    """One article. Raises `NotFound`, or `Gone` where a later processing of its document no longer finds it."""
    raise NotImplementedError


def identify(session: Session, document_id: UUID, articles: Sequence[Article]) -> list[UUID]:
    """An id for each article of a document, in their order; no id twice.

    An article of an earlier run keeps its id: the one with the same kind, title and body; else with the same kind and
    title; else the one at the same place whose words are much the same. All others get new ids.
    """
    raise NotImplementedError
