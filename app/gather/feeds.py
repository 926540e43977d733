"""Sources: their feeds are fetched when they are due, and what is new or corrected in them is taken in."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from app import intake
from app.fetch import Page, Validators, Web
from app.fetch.errors import Later
from app.gather.entries import Entry, entries
from app.intake import Address, Submission
from app.kit.clock import now
from app.model.document import DocumentState
from app.model.errors import Conflict, NotFound, TooLarge, Unfetched, Unreadable
from app.model.source import Entries
from app.store import queue, sources
from app.store.records import SourceRecord
from app.store.session import Database, Session
from app.store.sources import Due

MOST_NEW = 500
"""So many new or corrected entries of a feed are taken in at one look; the rest at the next."""


def queue_due(database: Database) -> None:
    """Queue a look at every source whose time has come."""
    with database.session() as session:
        for source_id in sources.due(session, now()):
            queue.enqueue_look(session, source_id)


def look(source_id: UUID, database: Database, web: Web, max_bytes: int) -> None:
    """Fetch a source's feed if it is due, and take in what is new. What goes wrong is kept with the source.

    Documents, the entries seen and what the server said of the feed are written in one transaction: a worker that dies
    has taken in all of a feed or nothing, and the next look goes on from there.
    """
    with database.session() as session:
        due = sources.claim(session, source_id, now())
    if due is None:
        return
    try:
        page = web.fetch(due.record.url, Validators(due.final_url, due.etag, due.last_modified))
        found = () if page is None else entries(page, due.record.entries)
        with database.session() as session:
            _keep(session, due, page, found, max_bytes)
    except Later as later:
        with database.session() as session:
            sources.postpone(session, source_id, now() + timedelta(seconds=later.seconds))
    except (Unfetched, TooLarge, Unreadable) as error:
        with database.session() as session:
            sources.failed(session, due.record, str(error), now())
    except NotFound:
        return  # the source was deleted meanwhile


def _keep(session: Session, due: Due, page: Page | None, found: Sequence[Entry], max_bytes: int) -> None:
    source = sources.get(session, due.record.id, to_change=True)
    moment = now()
    if page is None:
        sources.looked(session, source.id, moment)
        return
    seen = sources.seen(session, source.id, [entry.mark for entry in found])
    fresh = [entry for entry in found if entry.mark not in seen or seen[entry.mark] not in (None, entry.said)]
    untold = [entry for entry in found if entry.mark in seen and seen[entry.mark] is None]
    taken = fresh[:MOST_NEW]
    _take_in(session, source, page, taken, max_bytes)
    sources.see(session, source.id, {entry.mark: entry.said for entry in (*taken, *untold)}, moment)
    changed = {"last_changed_at": moment} if taken else {}
    known = page.validators if len(taken) == len(fresh) else Validators()
    validators = {"final_url": known.url, "etag": known.etag, "last_modified": known.last_modified}
    sources.looked(session, source.id, moment, **validators, **changed)


def _take_in(session: Session, source: SourceRecord, page: Page, fresh: Sequence[Entry], max_bytes: int) -> None:
    if source.entries is Entries.PAGES:
        for url in (entry.url for entry in fresh if entry.url):
            _want(session, Address(url=url, outlet=source.outlet), page.fetched_at)
    elif fresh:
        intake.accept(session, _submission(source, page), max_bytes=max_bytes, now=now())


def _want(session: Session, address: Address, moment: datetime) -> None:
    """Have a page fetched, also one that could not be had before: there is something new about it."""
    wanted, _ = intake.want(session, address, now=moment)
    if wanted.state is DocumentState.FAILED:
        with suppress(Conflict, NotFound):  # somebody else was faster
            intake.again(session, wanted.id)


def _submission(source: SourceRecord, page: Page) -> Submission:
    return Submission(
        content=page.content,
        media_type=page.media_type,
        charset=page.charset,
        url=source.url,
        outlet=source.outlet,
        fetched_at=page.fetched_at,
    )
