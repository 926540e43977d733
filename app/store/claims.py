"""Claims: the propositions that quotes put forward, wherever they appear."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select

from app.model.claim import Stance
from app.store.changes import absence
from app.store.names import borne_by, named, survivor
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import AppearanceRecord, ClaimRecord, Page
from app.store.references import article_refs, entity_refs
from app.store.searching import matches, within
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim, claim_about, claim_appearance
from app.store.tables.quotes import quote

MOST_APPEARANCES = 100
"""So many appearances are shown of one claim, the earliest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    `claimant` and `about` are names, matched as `QuoteFilter.speaker` and `.about` are. A claim is in a range of
    publication where one of the articles that print it is. Ingested: when it was first stored. `text` is a web search.
    """

    claimant_id: UUID | None = None
    claimant: str | None = None
    about_id: UUID | None = None
    about: str | None = None
    stance: Stance | None = None
    text: str | None = None
    article_id: UUID | None = None
    quote_id: UUID | None = None
    hedged: bool | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


COLUMNS = [column for column in claim.c if column.name != "search"]


def page(
    session: Session, where: ClaimFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[ClaimRecord]:
    query = select(*COLUMNS).where(*_of_claim(where), *_of_people(session, where), *_of_appearances(where))
    order = Order((claim.c.id,), descending=sort is Sort.NEWEST)
    return paged(session, query, order, Cut(after, limit), lambda rows: _records(session, rows))


def get(session: Session, claim_id: UUID) -> ClaimRecord:
    """One claim. Raises `Gone` or `NotFound`."""
    rows = session.execute(select(*COLUMNS).where(claim.c.id == claim_id)).all()
    if not rows:
        raise absence(session, "claim", claim_id)
    return _records(session, rows)[0]


def _of_claim(where: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    for name in ("stance", "hedged"):
        if (value := getattr(where, name)) is not None:
            yield claim.c[name] == value
    if where.text is not None:
        yield matches(claim.c.search, where.text)
    yield from within(claim.c.created_at, where.ingested_after, where.ingested_before)


def _of_people(session: Session, where: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    yield from borne_by(
        session, claim.c.claimant_id, claim.c.claimant_folded, wanted=where.claimant_id, name=where.claimant
    )
    if where.about_id is not None:
        yield _about([survivor(session, where.about_id)])
    if where.about is not None:
        yield _about(named(session, where.about))


def _about(entity_ids: Iterable[UUID]) -> ColumnElement[bool]:
    return claim.c.id.in_(select(claim_about.c.claim_id).where(claim_about.c.entity_id.in_(list(entity_ids))))


def _of_appearances(where: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    appearing = select(claim_appearance.c.claim_id)
    if where.quote_id is not None:
        yield claim.c.id.in_(appearing.where(claim_appearance.c.quote_id == where.quote_id))
    printed = appearing.join(quote, quote.c.id == claim_appearance.c.quote_id)
    if where.article_id is not None:
        yield claim.c.id.in_(printed.where(quote.c.article_id == where.article_id))
    published = within(article.c.published_at, where.published_after, where.published_before)
    if published:
        yield claim.c.id.in_(printed.join(article, article.c.id == quote.c.article_id).where(*published))


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[ClaimRecord]:
    claim_ids = [row.id for row in rows]
    about = _abouts(session, claim_ids)
    appearances = _appearances(session, claim_ids)
    entities = entity_refs(session, {row.claimant_id for row in rows}.union(*about.values()))
    return [
        ClaimRecord(
            id=row.id,
            text=row.text,
            stance=row.stance,
            claimant=entities.get(row.claimant_id),
            claimant_text=row.claimant_text,
            about=tuple(entities[entity_id] for entity_id in about.get(row.id, ())),
            hedged=row.hedged,
            negated=row.negated,
            confidence=row.confidence,
            made_by=row.made_by,
            appearances=tuple(appearances.get(row.id, ())),
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in rows
    ]


def _abouts(session: Session, claim_ids: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    about: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(claim_about).where(claim_about.c.claim_id.in_(claim_ids)).order_by(claim_about.c.entity_id)
    for row in session.execute(query):
        about[row.claim_id].append(row.entity_id)
    return about


def _appearances(session: Session, claim_ids: Sequence[UUID]) -> Mapping[UUID, list[AppearanceRecord]]:
    place = func.row_number().over(partition_by=claim_appearance.c.claim_id, order_by=quote.c.id).label("place")
    ranked = (
        select(claim_appearance, quote.c.article_id, place)
        .join(quote, quote.c.id == claim_appearance.c.quote_id)
        .where(claim_appearance.c.claim_id.in_(claim_ids))
        .subquery()
    )
    rows = session.execute(select(ranked).where(ranked.c.place <= MOST_APPEARANCES).order_by(ranked.c.place)).all()
    articles = article_refs(session, (row.article_id for row in rows))
    appearances: dict[UUID, list[AppearanceRecord]] = defaultdict(list)
    for row in rows:
        appearances[row.claim_id].append(AppearanceRecord(quote_id=row.quote_id, article=articles[row.article_id]))
    return appearances
