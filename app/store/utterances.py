"""Utterances: the same words by the same speaker, in however many articles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select

from app.store.changes import absence
from app.store.names import named, prints, survivor
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import Page, UtteranceRecord
from app.store.references import entity_refs
from app.store.session import Session
from app.store.tables.quotes import quote
from app.store.tables.utterances import utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceFilter:
    """Ids of merged entities stand for their survivors. `speaker` is a name, as it is for quotes."""

    speaker_id: UUID | None = None
    speaker: str | None = None


def page(
    session: Session, where: UtteranceFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[UtteranceRecord]:
    query = select(utterance).where(*_by(session, where))
    order = Order((utterance.c.id,), descending=sort is Sort.NEWEST)
    return paged(session, query, order, Cut(after, limit), lambda rows: _records(session, rows))


def get(session: Session, utterance_id: UUID) -> UtteranceRecord:
    """One utterance. Raises `Gone` or `NotFound`."""
    rows = session.execute(select(utterance).where(utterance.c.id == utterance_id)).all()
    if not rows:
        raise absence(session, "utterance", utterance_id)
    return _records(session, rows)[0]


def _by(session: Session, where: UtteranceFilter) -> Iterator[ColumnElement[bool]]:
    if where.speaker_id is not None:
        yield utterance.c.speaker_id == survivor(session, where.speaker_id)
    if where.speaker is not None:
        printed = quote.c.speaker_id.is_(None) & prints(quote.c.speaker_folded, where.speaker)
        unknown = utterance.c.speaker_id.is_(None)
        yield utterance.c.speaker_id.in_(named(session, where.speaker)) | (
            unknown & utterance.c.id.in_(select(quote.c.utterance_id).where(printed))
        )


def _records(session: Session, rows: Sequence[Row[Any]]) -> list[UtteranceRecord]:
    speakers = entity_refs(session, (row.speaker_id for row in rows))
    quotes = _quotes(session, [row.id for row in rows])
    return [
        UtteranceRecord(
            id=row.id,
            text=row.text,
            speaker=speakers.get(row.speaker_id),
            quote_ids=tuple(quotes[row.id]),
            created_at=row.created_at,
        )
        for row in rows
    ]


def _quotes(session: Session, utterance_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    quotes: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(quote.c.utterance_id, quote.c.id).where(quote.c.utterance_id.in_(utterance_ids))
    for row in session.execute(query.order_by(quote.c.id)):
        quotes[row.utterance_id].append(row.id)
    return quotes
