"""Articles: single news items, normalized."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, or_, select

from app.model.article import Article, ArticleKind, Dateline, Origin
from app.model.findings import Failure
from app.store import identity, stories
from app.store.changes import absence
from app.store.filing import label
from app.store.names import is_outlet, survivor
from app.store.paging import Cut, DatedSort, Order, paged
from app.store.records import ArticleRecord, OutletRef, Page
from app.store.references import chain, modified_of, outlet_refs, published_of, superseded
from app.store.searching import matches, within
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.mentions import mention


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    Published: the instant, or the local time read as UTC; a clock time alone is in no range. Ingested: when the article
    was first stored. `versions_of` is any version of an article, and lets all of them through, itself included;
    `superseded` only what a later version replaced, or only what none did; `is_copy` only what copies an earlier
    article, or only what copies none. `outlet` is an id or a name (compared
    folded); `entity_id` any entity it mentions; `text` a web search over title and body ("missile -test", "\\"exact
    words\\""). `agency`, `section` and `tag` compare folded, an agency by the name that articles give it; an article
    that says nothing of payment is neither paywalled nor not.
    """

    kind: ArticleKind | None = None
    outlet: UUID | str | None = None
    language: str | None = None
    entity_id: UUID | None = None
    document_id: UUID | None = None
    story_id: UUID | None = None
    copy_of: UUID | None = None
    agency: str | None = None
    section: str | None = None
    tag: str | None = None
    paywalled: bool | None = None
    versions_of: UUID | None = None
    superseded: bool | None = None
    is_copy: bool | None = None
    text: str | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


COLUMNS = [*(column for column in article.c if column.name != "search"), superseded().label("superseded")]

ORDERS = {
    DatedSort.NEWEST: Order((article.c.id,), descending=True),
    DatedSort.OLDEST: Order((article.c.id,)),
    DatedSort.LATEST: Order((article.c.dated, article.c.id), descending=True),
    DatedSort.EARLIEST: Order((article.c.dated, article.c.id)),
}


def page(
    session: Session,
    where: ArticleFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: DatedSort = DatedSort.NEWEST,
) -> Page[ArticleRecord]:
    query = select(*COLUMNS).where(*_conditions(session, where))
    return paged(session, query, ORDERS[sort], Cut(after, limit), lambda rows: _records(session, rows))


def get(session: Session, article_id: UUID) -> ArticleRecord:
    """One article. Raises `NotFound`, or `Gone` where a later processing of its document no longer finds it."""
    rows = session.execute(select(*COLUMNS).where(article.c.id == article_id)).all()
    if not rows:
        raise absence(session, "article", article_id)
    return _records(session, rows)[0]


def identify(session: Session, document_id: UUID, articles: Sequence[Article]) -> list[UUID]:
    """An id for each article of a document, in their order; no id twice.

    An article of an earlier run keeps its id: the one with the same kind, title and body; else with the same kind and
    title; else the one at the same place whose words are much the same. All others get new ids.
    """
    columns = (article.c.id, article.c.ordinal, article.c.kind, article.c.title, article.c.body)
    rows = session.execute(select(*columns).where(article.c.document_id == document_id).order_by(article.c.ordinal))
    known = [
        identity.Known(id=row.id, ordinal=row.ordinal, kind=row.kind, title=row.title, body=row.body) for row in rows
    ]
    return identity.assign(known, articles)


def _conditions(session: Session, where: ArticleFilter) -> list[ColumnElement[bool]]:
    equal = {
        "kind": where.kind,
        "language": where.language,
        "document_id": where.document_id,
        "story_id": where.story_id and stories.current(session, where.story_id),
        "copy_of": where.copy_of,
        "paywalled": where.paywalled,
    }
    conditions = [article.c[name] == value for name, value in equal.items() if value is not None]
    filed = {"agency": where.agency, "section": where.section, "tag": where.tag}
    labels = [label(kind, word) for kind, word in filed.items() if word is not None]
    if labels:
        conditions.append(article.c.filed.contains(labels))
    conditions += within(article.c.published_at, where.published_after, where.published_before)
    conditions += within(article.c.created_at, where.ingested_after, where.ingested_before)
    if where.versions_of is not None:
        one = article.alias("one")
        first = select(chain(one)).where(one.c.id == where.versions_of).scalar_subquery()
        itself = article.c.id == where.versions_of
        conditions.append(or_(itself, article.c.id == first, article.c.version_of == first))
    if where.superseded is not None:
        conditions.append(superseded() if where.superseded else ~superseded())
    if where.is_copy is not None:
        conditions.append(article.c.copy_of.is_not(None) if where.is_copy else article.c.copy_of.is_(None))
    if where.outlet is not None:
        conditions.append(is_outlet(article.c.outlet_id, where.outlet))
    if where.entity_id is not None:
        entity_id = survivor(session, where.entity_id)
        conditions.append(article.c.id.in_(select(mention.c.article_id).where(mention.c.entity_id == entity_id)))
    if where.text is not None:
        conditions.append(matches(article.c.search, where.text))
    return conditions


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[ArticleRecord]:
    outlets = outlet_refs(session, (row.outlet_id for row in rows))
    return [_record(row, outlets.get(row.outlet_id)) for row in rows]


def _record(row: Row[Any], outlet: OutletRef | None) -> ArticleRecord:
    return ArticleRecord(
        id=row.id,
        document_id=row.document_id,
        ordinal=row.ordinal,
        kind=row.kind,
        title=row.title,
        body=row.body,
        byline=row.byline,
        authors=tuple(row.authors),
        outlet=outlet,
        published=published_of(row),
        language=row.language,
        truncated=row.truncated,
        url=row.url,
        modified=modified_of(row),
        agencies=tuple(row.agencies),
        dateline=Dateline(**{**row.dateline, "places": tuple(row.dateline["places"])}) if row.dateline else None,
        written_in=tuple(row.written_in),
        section=row.section,
        tags=tuple(row.tags),
        paywalled=row.paywalled,
        origins=tuple(Origin(**origin) for origin in row.origins),
        story_id=row.story_id,
        copy_of=row.copy_of,
        copy_score=row.copy_score,
        failures=tuple(Failure(**failure) for failure in row.failures),
        created_at=row.created_at,
        updated_at=row.updated_at,
        copy_reasons=tuple(row.copy_reasons),
        credited_to=row.credited_to,
        version_of=row.version_of,
        version_reasons=tuple(row.version_reasons),
        superseded=row.superseded,
        story_reasons=tuple(row.story_reasons),
    )
