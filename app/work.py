"""The worker: the queue's one task, which runs the flow on one document, and the rescue of what a dead worker held."""

import asyncio
import contextlib
from uuid import UUID

import structlog
from procrastinate import App, RetryStrategy
from procrastinate.jobs import Job

from app import flow
from app.extract.pipeline import Pipeline
from app.model.errors import Unavailable
from app.model.findings import Failure
from app.settings import Settings
from app.store import documents, queue
from app.store.session import Database

log = structlog.get_logger(__name__)

MOST_RESCUES = 3
"""A document whose worker died this often is taken to be the cause, and marked failed."""


PATIENCE_SECONDS = 300.0
"""How long a worker waits for its turn to resolve before it puts the document back."""


def run(settings: Settings, database_url: str, *, until_empty: bool = False) -> None:
    """Work until a signal says stop (the document at hand is finished first), or until the queue is empty.

    The NLP model is loaded once, before the first document.
    """
    patient = Database(database_url, pool_size=2, statement_timeout=PATIENCE_SECONDS, lock_timeout=PATIENCE_SECONDS)
    with contextlib.closing(patient) as database:
        app = application(database, Pipeline.load(settings.spacy_model), database_url)
        asyncio.run(_work(app, database, settings, until_empty))


def application(database: Database, pipeline: Pipeline, database_url: str) -> App:
    """The queue's application with the tasks it knows."""
    app = App(connector=queue.connector(database_url))

    @app.task(
        name=queue.PROCESS_DOCUMENT,
        queue=queue.DOCUMENTS,
        retry=RetryStrategy(wait=2, linear_wait=5, retry_exceptions=[Unavailable]),
    )
    def process_document(document_id: str) -> None:
        flow.process(UUID(document_id), database, pipeline)

    return app


async def _work(app: App, database: Database, settings: Settings, until_empty: bool) -> None:
    async with app.open_async():
        rescuer = asyncio.create_task(_rescue_for_ever(app, database, settings.stalled_seconds))
        try:
            await app.run_worker_async(
                queues=[queue.DOCUMENTS],
                wait=not until_empty,
                delete_jobs="successful",
                update_heartbeat_interval=settings.stalled_seconds / 5,
                stalled_worker_timeout=settings.stalled_seconds,
            )
        finally:
            rescuer.cancel()
            await asyncio.gather(rescuer, return_exceptions=True)


async def _rescue_for_ever(app: App, database: Database, stalled_seconds: float) -> None:
    while True:
        try:
            await rescue(app, database, stalled_seconds)
        except Exception:  # a failed round is logged and followed by the next one
            log.exception("could not look for stalled jobs")
        await asyncio.sleep(stalled_seconds / 3)


async def rescue(app: App, database: Database, stalled_seconds: float) -> None:
    """Queue the jobs of dead workers again, but give up on a document that has seen too many workers die."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=stalled_seconds):
        if job.attempts < MOST_RESCUES:
            log.warning("taking over the job of a dead worker", job=job.id, **job.task_kwargs)
            await app.job_manager.retry_job(job)
        else:
            await _give_up(app, database, job)


async def _give_up(app: App, database: Database, job: Job) -> None:
    log.error("giving up on a document whose worker died repeatedly", job=job.id, **job.task_kwargs)
    await asyncio.to_thread(_mark_failed, database, UUID(str(job.task_kwargs["document_id"])))
    await app.job_manager.finish_job(job, status=queue.FAILED, delete_job=False)


def _mark_failed(database: Database, document_id: UUID) -> None:
    reason = f"The worker died {MOST_RESCUES} times on this document; look at its memory limit and log, then retry."
    with database.session() as session:
        documents.fail(session, document_id, Failure(stage="work", reason=reason))
