"""Quotes: who is said to have said what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from app.model.quote import QuoteKind
from app.store import stories
from app.store.changes import absence
from app.store.names import borne_by, is_outlet, named, survivor
from app.store.paging import Cut, Order, paged
from app.store.quoted import records
from app.store.records import Page, QuoteRecord
from app.store.references import superseded
from app.store.searching import matches, within
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim_appearance
from app.store.tables.quotes import quote, quote_about


class QuoteSort(StrEnum):
    """By creation, by the article's publication (undated last in `latest`), or by place in one article's text."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LATEST = "latest"
    EARLIEST = "earliest"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    `speaker` is a name: it matches the entities that have it for an alias or end in it ("Peskov"), and, of the quotes
    whose speaker was left open, those that print it in the speaker's phrase; `about` a name in the same way, entities
    only. Ids of merged entities stand for their survivors. Published: the article's instant, or its local time read as
    UTC; a clock time alone is in no range. Ingested: when the quote was first stored. `outlet` is an id or a name;
    `text` a web search over the quoted words.
    `superseded`: only what stands in a version that a later one replaced, or only what stands in none such.
    """

    speaker_id: UUID | None = None
    speaker: str | None = None
    about_id: UUID | None = None
    about: str | None = None
    outlet: UUID | str | None = None
    kind: QuoteKind | None = None
    text: str | None = None
    article_id: UUID | None = None
    utterance_id: UUID | None = None
    claim_id: UUID | None = None
    story_id: UUID | None = None
    hedged: bool | None = None
    negated: bool | None = None
    superseded: bool | None = None
    is_copy: bool | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


ORDERS = {
    QuoteSort.NEWEST: Order((quote.c.id,), descending=True),
    QuoteSort.OLDEST: Order((quote.c.id,)),
    QuoteSort.LATEST: Order((article.c.dated, quote.c.id), descending=True),
    QuoteSort.EARLIEST: Order((article.c.dated, quote.c.id)),
    QuoteSort.TEXT: Order((func.lower(quote.c.content, type_=quote.c.article_length.type), quote.c.id)),
}

COLUMNS = [column for column in quote.c if column.name != "search"]


def page(
    session: Session,
    where: QuoteFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: QuoteSort = QuoteSort.NEWEST,
) -> Page[QuoteRecord]:
    query = query_for(session, where)
    return paged(session, query, ORDERS[sort], Cut(after, limit), lambda rows: records(session, rows))


def get(session: Session, quote_id: UUID) -> QuoteRecord:
    """One quote. Raises `Gone` or `NotFound`."""
    rows = session.execute(select(*COLUMNS).where(quote.c.id == quote_id)).all()
    if not rows:
        raise absence(session, "quote", quote_id)
    return records(session, rows)[0]


def query_for(session: Session, where: QuoteFilter) -> Select[Any]:
    """The quotes that a filter lets through, joined with their articles."""
    joined = quote.join(article, article.c.id == quote.c.article_id)
    conditions = [*_of_quote(where), *_of_people(session, where), *_of_article(session, where)]
    return select(*COLUMNS).select_from(joined).where(*conditions)


def _of_quote(where: QuoteFilter) -> Iterable[ColumnElement[bool]]:
    for name in ("kind", "article_id", "utterance_id", "hedged", "negated"):
        if (value := getattr(where, name)) is not None:
            yield quote.c[name] == value
    if where.claim_id is not None:
        yield quote.c.id.in_(select(claim_appearance.c.quote_id).where(claim_appearance.c.claim_id == where.claim_id))
    if where.text is not None:
        yield matches(quote.c.search, where.text)
    yield from within(quote.c.created_at, where.ingested_after, where.ingested_before)


def _of_people(session: Session, where: QuoteFilter) -> Iterable[ColumnElement[bool]]:
    yield from borne_by(
        session, quote.c.speaker_id, quote.c.speaker_folded, wanted=where.speaker_id, name=where.speaker
    )
    if where.about_id is not None:
        yield _about([survivor(session, where.about_id)])
    if where.about is not None:
        yield _about(named(session, where.about))


def _about(entity_ids: Iterable[UUID]) -> ColumnElement[bool]:
    return quote.c.id.in_(select(quote_about.c.quote_id).where(quote_about.c.entity_id.in_(list(entity_ids))))


def _of_article(session: Session, where: QuoteFilter) -> Iterable[ColumnElement[bool]]:
    if where.outlet is not None:
        yield is_outlet(article.c.outlet_id, where.outlet)
    if where.story_id is not None:
        yield article.c.story_id == stories.current(session, where.story_id)
    if where.superseded is not None:
        yield superseded() if where.superseded else ~superseded()
    if where.is_copy is not None:
        yield article.c.copy_of.is_not(None) if where.is_copy else article.c.copy_of.is_(None)
    yield from within(article.c.published_at, where.published_after, where.published_before)
