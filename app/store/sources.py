"""Sources: feeds that are looked at on a schedule, and the entries seen in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.kit.ids import new_id
from app.model.errors import Conflict
from app.model.source import LONGEST_INTERVAL, Entries
from app.store.changes import absence
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import Page, SourceRecord
from app.store.session import Session
from app.store.tables.sources import source, source_entry

MOST_DOUBLINGS = 10
"""After so many failures in a row a source is looked at no less often for another."""

_SHOWN = tuple(column for column in source.c if column.name not in {"final_url", "etag", "last_modified"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFilter:
    url: str | None = None
    paused: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What people say about a source."""

    outlet: str | None
    interval_seconds: int
    entries: Entries
    paused: bool


class Due(NamedTuple):
    """A source to look at now, where redirects led when its feed last changed, and what the server there said."""

    record: SourceRecord
    final_url: str | None
    etag: str | None
    last_modified: str | None


def create(session: Session, url: str, schedule: Schedule, now: datetime) -> SourceRecord:
    """A new source, due at once. Raises `Conflict` where there is one of that URL."""
    made = insert(source).values(
        id=new_id(), url=url, next_poll_at=now, failures=0, created_at=now, updated_at=now, **_values(schedule)
    )
    row = session.execute(
        made.on_conflict_do_nothing(index_elements=[func.md5(source.c.url)]).returning(source)
    ).first()
    if row is None:
        known = session.execute(select(source.c.id).where(source.c.url == url)).scalar_one()
        raise Conflict(f"The source {known} has this URL: update that one.")
    return _record(row)


def page(
    session: Session, where: SourceFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[SourceRecord]:
    query = select(*_SHOWN)
    if where.url is not None:
        query = query.where(source.c.url == where.url)
    if where.paused is not None:
        query = query.where(source.c.paused == where.paused)
    order = Order((source.c.id,), descending=sort is Sort.NEWEST)
    return paged(session, query, order, Cut(after, limit), lambda rows: [_record(row) for row in rows])


def get(session: Session, source_id: UUID, *, to_change: bool = False) -> SourceRecord:
    """One source; `to_change` keeps others from changing it until this transaction ends. Raises `Gone`, `NotFound`."""
    query = select(*_SHOWN).where(source.c.id == source_id)
    row = session.execute(query.with_for_update() if to_change else query).first()
    if row is None:
        raise absence(session, "source", source_id)
    return _record(row)


def change(session: Session, source_id: UUID, schedule: Schedule, now: datetime) -> SourceRecord:
    """Give a source another schedule; it is looked at by that from its last look on. Raises `Gone`, `NotFound`."""
    looked = func.coalesce(source.c.last_polled_at, source.c.created_at)
    due = func.least(source.c.next_poll_at, looked + timedelta(seconds=schedule.interval_seconds))
    values = {**_values(schedule), "next_poll_at": due, "updated_at": now}
    row = session.execute(update(source).where(source.c.id == source_id).values(values).returning(source)).first()
    if row is None:
        raise absence(session, "source", source_id)
    return _record(row)


def remove(session: Session, source_id: UUID) -> None:
    """Look at it no more. What came from it stays. Raises `Gone` or `NotFound`."""
    if session.execute(delete(source).where(source.c.id == source_id).returning(source.c.id)).first() is None:
        raise absence(session, "source", source_id)


def due(session: Session, now: datetime) -> Sequence[UUID]:
    """The sources whose time has come, the longest overdue first."""
    late = select(source.c.id).where(~source.c.paused, source.c.next_poll_at <= now).order_by(source.c.next_poll_at)
    return session.execute(late).scalars().all()


def claim(session: Session, source_id: UUID, now: datetime) -> Due | None:
    """Take a source whose time has come; None where it is gone, paused or was taken. Whoever takes it and dies looks
    no more: its time comes again after its interval."""
    taken = (
        update(source)
        .where(source.c.id == source_id, ~source.c.paused, source.c.next_poll_at <= now)
        .values(next_poll_at=now + timedelta(seconds=1) * source.c.interval_seconds)
    )
    row = session.execute(taken.returning(source)).first()
    return None if row is None else Due(_record(row), row.final_url, row.etag, row.last_modified)


def seen(session: Session, source_id: UUID, marks: Collection[UUID]) -> Mapping[UUID, UUID | None]:
    """Those of these entries that were seen in this source, with what each said then; None where nobody knows."""
    mine = source_entry.c.source_id == source_id
    query = select(source_entry.c.hash, source_entry.c.said).where(mine, source_entry.c.hash.in_(marks))
    return {row.hash: row.said for row in session.execute(query)}


def see(session: Session, source_id: UUID, said: Mapping[UUID, UUID], now: datetime) -> None:
    """Remember entries by their marks, with what each says."""
    rows = [{"source_id": source_id, "hash": mark, "said": said[mark], "seen_at": now} for mark in sorted(said)]
    if rows:
        entry = insert(source_entry)
        values = {"said": entry.excluded.said, "seen_at": entry.excluded.seen_at}
        key = [source_entry.c.source_id, source_entry.c.hash]
        session.execute(entry.on_conflict_do_update(index_elements=key, set_=values), rows)


def looked(session: Session, source_id: UUID, now: datetime, **changed: Any) -> None:
    """Its feed was had; `changed` says what is new about it, if anything."""
    well: Mapping[str, Any] = {"last_polled_at": now, "last_error": None, "failures": 0}
    session.execute(update(source).where(source.c.id == source_id).values({**well, **changed}))


def failed(session: Session, record: SourceRecord, reason: str, now: datetime) -> None:
    """Its feed could not be had: it is looked at less and less often, but once a week at least."""
    seconds = record.interval_seconds * 2 ** min(record.failures + 1, MOST_DOUBLINGS)
    values = {
        "last_polled_at": now,
        "last_error": reason,
        "failures": source.c.failures + 1,
        "next_poll_at": now + timedelta(seconds=min(seconds, LONGEST_INTERVAL)),
    }
    session.execute(update(source).where(source.c.id == record.id).values(values))


def postpone(session: Session, source_id: UUID, until: datetime) -> None:
    """Look at it then: its host had enough for the moment."""
    session.execute(update(source).where(source.c.id == source_id).values(next_poll_at=until))


def _values(schedule: Schedule) -> dict[str, Any]:
    return {
        "outlet": schedule.outlet,
        "interval_seconds": schedule.interval_seconds,
        "entries": schedule.entries,
        "paused": schedule.paused,
    }


def _record(row: Row[Any]) -> SourceRecord:
    return SourceRecord(**{column.name: getattr(row, column.name) for column in _SHOWN})
