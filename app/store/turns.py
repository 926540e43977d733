"""Whose turn it is at each host, over all workers."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from app.kit.clock import now
from app.store.session import Database, Session
from app.store.tables.sources import host_turn


class StoredTurns:
    """Turns that are kept in the database, so that workers on several machines are polite together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def book(self, host: str, delay: float, patience: float) -> float:
        """The seconds until the host may be asked; booked, with `delay` seconds after it, unless above `patience`."""
        with self._database.session() as session:
            moment = now()
            begins = max(_next(session, host, moment), moment)
            wait = (begins - moment).total_seconds()
            if wait <= patience:
                mine = host_turn.c.host == host
                session.execute(update(host_turn).where(mine).values(next_at=begins + timedelta(seconds=delay)))
            return wait


def prune(session: Session, before: datetime) -> None:
    """Forget the hosts whose turn was free before then."""
    session.execute(delete(host_turn).where(host_turn.c.next_at < before))


def _next(session: Session, host: str, moment: datetime) -> datetime:
    """When the host is free; nobody else books there until this transaction ends."""
    session.execute(insert(host_turn).values(host=host, next_at=moment).on_conflict_do_nothing())
    free: datetime = session.execute(
        select(host_turn.c.next_at).where(host_turn.c.host == host).with_for_update()
    ).scalar_one()
    return free
