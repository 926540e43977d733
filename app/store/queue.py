"""The work queue (procrastinate), as far as the store knows it: the caller's own transaction puts jobs in."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from procrastinate import PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from sqlalchemy import ColumnElement, Select, column, delete, func, literal_column, make_url, or_, select, table, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import IntegrityError

from app.kit.clock import now
from app.store.session import Session

DOCUMENTS = "documents"
"""The name of the queue of documents."""

PROCESS_DOCUMENT = "process_document"
"""The name of its one task, which takes `document_id` as a string, and how many workers died on it as `deaths`."""

PAGES = "pages"
"""The name of the queue of documents that are yet to be fetched: a long one that is read must not hold these up."""

FETCH_DOCUMENT = "fetch_document"
"""The name of its one task, which takes what `PROCESS_DOCUMENT` takes."""

SOURCES = "sources"
"""The name of the queue of looks at sources."""

LOOK_AT_SOURCE = "look_at_source"
"""The name of the task that takes `source_id` as a string."""

LOOK_FOR_DUE = "look_for_due_sources"
"""The name of the task that queues those, every minute."""

_WAITING: ColumnElement[str] = literal_column("'todo'")
_DOING: ColumnElement[str] = literal_column("'doing'")
_JOBS = table(
    "procrastinate_jobs",
    *map(column, ("id", "status", "queue_name", "worker_id", "lock", "attempts", "scheduled_at")),
    column("args", JSONB),
)
_OF_DOCUMENTS = _JOBS.c.queue_name.in_((DOCUMENTS, PAGES))
_WORKERS = table("procrastinate_workers", column("id"), column("last_heartbeat"))


@dataclass(frozen=True, slots=True)
class Stalled:
    """A job that a dead worker holds; `deaths` counts the workers that died on it before this one."""

    id: int
    document_id: UUID
    deaths: int


def enqueue(session: Session, document_id: UUID) -> bool:
    """Queue a document in this transaction: the job exists if and only if the transaction commits.

    False where it waits in a queue already; the transaction stays usable. Two workers never run one document at once.
    """
    return _defer(session, _job(DOCUMENTS, PROCESS_DOCUMENT, document_id))


def enqueue_fetch(session: Session, document_id: UUID, after_seconds: float = 0.0) -> bool:
    """Queue a document to be fetched first, in this transaction, as `enqueue` does."""
    job = _job(PAGES, FETCH_DOCUMENT, document_id)
    return _defer(session, job.evolve(scheduled_at=now() + timedelta(seconds=after_seconds)) if after_seconds else job)


def _job(name: str, task: str, document_id: UUID) -> Job:
    lock = _lock_of(document_id)
    return Job(
        queue=name,
        task_name=task,
        lock=lock,
        queueing_lock=lock,
        task_kwargs={"document_id": str(document_id)},
    )


def enqueue_look(session: Session, source_id: UUID) -> bool:
    """Queue a look at a source in this transaction. False where one waits already."""
    job = Job(
        queue=SOURCES,
        task_name=LOOK_AT_SOURCE,
        lock=None,  # `sources.claim` lets one in; a lock held by a dead worker would keep all out
        queueing_lock=f"source-{source_id}",
        task_kwargs={"source_id": str(source_id)},
    )
    return _defer(session, job)


def _defer(session: Session, job: Job) -> bool:
    try:
        with session.begin_nested():
            # asked for inside: only then does the savepoint exist
            connection = session.connection().connection.driver_connection
            # the connector is never opened: the job goes through the session's connection
            JobManager(SyncPsycopgConnector()).defer_job(job, connection=connection)
    except AlreadyEnqueued:
        return False
    return True


def holds(session: Session, document_id: UUID) -> bool:
    """Whether a job of this document waits or is worked on."""
    pending = _pending().where(_JOBS.c.lock == _lock_of(document_id))
    return session.execute(pending.limit(1)).first() is not None


def is_empty(session: Session) -> bool:
    """Whether no document waits (be it for another try later) and none is being worked on."""
    return session.execute(_pending().limit(1)).first() is None


def _pending() -> Select[Any]:
    return select(_JOBS.c.id).where(_OF_DOCUMENTS, _JOBS.c.status.in_((_WAITING, _DOING)))


def stalled(session: Session, silent_seconds: float) -> Sequence[Stalled]:
    """The jobs whose worker is gone, or silent for so long. Until this transaction ends nobody else is given them."""
    query = select(_JOBS.c.id, _JOBS.c.args).where(_OF_DOCUMENTS, *_held_by_the_dead(silent_seconds))
    rows = session.execute(query.with_for_update(of=_JOBS, skip_locked=True)).all()
    return [Stalled(row.id, UUID(row.args["document_id"]), row.args.get("deaths", 0)) for row in rows]


def drop_looks(session: Session, silent_seconds: float) -> None:
    """Take the looks at sources that died with their worker out of the queue: the sources' time comes again anyhow."""
    session.execute(delete(_JOBS).where(_JOBS.c.queue_name == SOURCES, *_held_by_the_dead(silent_seconds)))


def _held_by_the_dead(silent_seconds: float) -> tuple[ColumnElement[bool], ...]:
    living = _WORKERS.c.last_heartbeat >= func.now() - timedelta(seconds=silent_seconds)
    held = select(_WORKERS.c.id).where(_WORKERS.c.id == _JOBS.c.worker_id, living).exists()
    return _JOBS.c.status == _DOING, or_(_JOBS.c.worker_id.is_(None), ~held)


def put_back(session: Session, job: Stalled) -> None:
    """Let a stalled job wait for a worker again, with one death more. Where its document waits anyhow, it goes."""
    waiting = {
        "status": _WAITING,
        "attempts": _JOBS.c.attempts + 1,
        "scheduled_at": None,
        "worker_id": None,
        "args": {"document_id": str(job.document_id), "deaths": job.deaths + 1},
    }
    with suppress(IntegrityError):
        with session.begin_nested():
            session.execute(update(_JOBS).where(_JOBS.c.id == job.id).values(waiting))
        return
    drop(session, job)


def drop(session: Session, job: Stalled) -> None:
    """Take a job out of the queue for good."""
    session.execute(delete(_JOBS).where(_JOBS.c.id == job.id))


def _lock_of(document_id: UUID) -> str:
    return f"document-{document_id}"


def connector(url: str, *, max_size: int = 4) -> PsycopgConnector:
    """The worker's way to the queue: a pool of at most `max_size` connections, opened by `App.open_async`."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return PsycopgConnector(conninfo=plain, min_size=1, max_size=max_size)
