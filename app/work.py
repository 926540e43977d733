"""The worker: the queue's tasks.

One task fetches a document that came as a URL, one runs the flow on a document; one looks at a source, a periodic one
queues the sources that are due. What waits for the web and what computes are taken side by side, one job of each at a
time: a document that is read for minutes holds up no fetch and no look.
"""

import asyncio
import contextlib
from collections.abc import Coroutine, Iterator
from importlib import metadata
from typing import Any
from uuid import UUID

import structlog
from procrastinate import App, JobContext, RetryStrategy
from procrastinate.signals import on_stop

from app import flow, upkeep
from app.fetch import Limits, Web
from app.gather import feeds, pages
from app.kit.clock import now
from app.model.errors import NotFound, Unavailable
from app.settings import Settings
from app.store import queue, sources
from app.store.session import Database
from app.store.turns import StoredTurns

log = structlog.get_logger(__name__)

MOST_TRIES = 40
"""A document that broke off so often, over an hour by then, is marked failed: somebody should look."""

PATIENCE_SECONDS = 300.0
"""How long a worker waits for its turn to resolve before it puts the document back."""

LOOK_SECONDS = 0.2
"""How often a worker that stops at the end of the queue looks whether that has come."""


def run(settings: Settings, database_url: str, *, until_empty: bool = False) -> bool:
    """Work until a signal says stop (the document at hand is finished first), or until the queue is empty.

    Empty means that no document waits, be it for a later try, and none is worked on, be it by a worker that died. True
    where that was reached, False after a signal. Raises `Unavailable` where the queue cannot be reached any more. The
    NLP model is loaded once, before the first document.
    """
    patient = Database(database_url, pool_size=5, statement_timeout=PATIENCE_SECONDS, lock_timeout=PATIENCE_SECONDS)
    with contextlib.closing(patient) as database:
        models = flow.Models.load(settings.spacy_model, settings.tagger)
        web = Web(limits_of(settings), StoredTurns(database))
        app = application(database, models, web, database_url, settings.fetch_max_bytes)
        return asyncio.run(_work(app, database, settings.stalled_seconds, until_empty))


def limits_of(settings: Settings) -> Limits:
    """The part of the settings that fetching is told."""
    return Limits(
        connect_seconds=settings.fetch_connect_seconds,
        read_seconds=settings.fetch_read_seconds,
        total_seconds=settings.fetch_total_seconds,
        max_bytes=settings.fetch_max_bytes,
        host_delay_seconds=settings.fetch_host_delay_seconds,
        allowed_hosts=settings.fetch_allowed_hosts,
        version=metadata.version("quotewire"),
        contact=settings.fetch_contact,
    )


def application(database: Database, models: flow.Models, web: Web, database_url: str, max_bytes: int) -> App:
    """The queue's application with the tasks it knows."""
    app = App(connector=queue.connector(database_url))

    retried = RetryStrategy(wait=2, linear_wait=5)

    @app.task(name=queue.FETCH_DOCUMENT, queue=queue.PAGES, pass_context=True, retry=retried)
    def fetch_document(context: JobContext, document_id: str, deaths: int = 0) -> None:  # noqa: ARG001
        fetch(UUID(document_id), database, web, context.job.attempts)

    @app.task(name=queue.PROCESS_DOCUMENT, queue=queue.DOCUMENTS, pass_context=True, retry=retried)
    def process_document(context: JobContext, document_id: str, deaths: int = 0) -> None:  # noqa: ARG001
        process(UUID(document_id), database, models, web, context.job.attempts)

    @app.task(name=queue.LOOK_AT_SOURCE, queue=queue.SOURCES)
    def look_at_source(source_id: str) -> None:
        look(UUID(source_id), database, web, max_bytes)

    @app.periodic(cron="* * * * *")
    @app.task(name=queue.LOOK_FOR_DUE, queue=queue.SOURCES, queueing_lock=queue.LOOK_FOR_DUE)
    def look_for_due_sources(timestamp: int) -> None:  # noqa: ARG001
        feeds.queue_due(database)

    return app


def fetch(document_id: UUID, database: Database, web: Web, tried: int) -> None:
    """Fetch a document that this was tried with so often before, and queue it for the flow. Whatever is raised asks for
    another try."""
    with _giving_up(document_id, database, tried):
        if pages.obtain(document_id, database, web):
            with database.session() as session:
                queue.enqueue(session, document_id)


def process(document_id: UUID, database: Database, models: flow.Models, web: Web, tried: int) -> None:
    """Run the flow on a document that was tried so often before. Whatever is raised asks for another try."""
    with _giving_up(document_id, database, tried):
        if pages.obtain(document_id, database, web):  # earlier releases queued here what is yet to be fetched
            flow.process(document_id, database, models)


@contextlib.contextmanager
def _giving_up(document_id: UUID, database: Database, tried: int) -> Iterator[None]:
    """Mark a document failed that broke off too often. One that is not there needs nothing."""
    try:
        yield
    except NotFound:
        log.warning("a job names no document", document=str(document_id))
    except Exception as error:
        if tried < MOST_TRIES:
            raise
        flow.fail(document_id, database, "work", error)


def look(source_id: UUID, database: Database, web: Web, max_bytes: int) -> None:
    """Look at a source; what nobody foresaw is kept with it too."""
    try:
        feeds.look(source_id, database, web, max_bytes)
    except Unavailable:
        raise
    except Exception as error:
        log.exception("could not look at a source", source=str(source_id))
        with contextlib.suppress(NotFound), database.session() as session:
            sources.failed(session, sources.get(session, source_id), flow.sentence(error), now())


async def _work(app: App, database: Database, stalled_seconds: float, until_empty: bool) -> bool:
    stop = asyncio.Event()
    async with app.open_async():
        with on_stop(stop.set):
            workers = [asyncio.create_task(each) for each in _workers(app, stalled_seconds, until_empty)]
            stopped = asyncio.create_task(stop.wait())
            rescuer = asyncio.create_task(_rescue_for_ever(database, stalled_seconds))
            ends = [*workers, stopped, *([asyncio.create_task(_emptied(database))] if until_empty else [])]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            lost = any(worker.done() for worker in workers)
            for task in (rescuer, *ends):
                task.cancel()  # the workers finish the jobs at hand
            outcomes = await asyncio.gather(*ends, rescuer, return_exceptions=True)
    if lost or any(isinstance(outcome, Exception) for outcome in outcomes):
        raise Unavailable("The queue cannot be reached any more: see to the database, then start the worker again.")
    return not stop.is_set()


def _workers(app: App, stalled_seconds: float, until_empty: bool) -> list[Coroutine[Any, Any, None]]:
    """One for what computes, one for what waits for the web."""
    gathered = [queue.PAGES] if until_empty else [queue.PAGES, queue.SOURCES]
    return [
        app.run_worker_async(
            queues=queues,
            delete_jobs="successful",
            update_heartbeat_interval=stalled_seconds / 5,
            stalled_worker_timeout=stalled_seconds,
            install_signal_handlers=False,
        )
        for queues in ([queue.DOCUMENTS], gathered)
    ]


async def _emptied(database: Database) -> None:
    while not await asyncio.to_thread(_is_empty, database):
        await asyncio.sleep(LOOK_SECONDS)


def _is_empty(database: Database) -> bool:
    with database.session() as session:
        return queue.is_empty(session)


async def _rescue_for_ever(database: Database, stalled_seconds: float) -> None:
    while True:
        try:
            await asyncio.to_thread(upkeep.rescue, database, stalled_seconds)
            await asyncio.to_thread(upkeep.forget, database)
        except Exception:  # a failed round is logged and followed by the next one
            log.exception("could not look for stalled jobs")
        await asyncio.sleep(stalled_seconds / 3)
