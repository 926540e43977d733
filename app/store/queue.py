"""The work queue (procrastinate), as far as the store knows it: the caller's own transaction puts jobs in."""

from uuid import UUID

from procrastinate import PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from sqlalchemy import make_url

from app.store.session import Session

DOCUMENTS = "documents"
"""The queue's name."""

PROCESS_DOCUMENT = "process_document"
"""The name of its one task, which takes `document_id` as a string."""

FAILED = Status.FAILED


def enqueue(session: Session, document_id: UUID) -> bool:
    """Queue a document in this transaction: the job exists if and only if the transaction commits.

    False where it waits in the queue already; the transaction stays usable. Two workers never run one document at once.
    """
    lock = f"document-{document_id}"
    job = Job(
        queue=DOCUMENTS,
        task_name=PROCESS_DOCUMENT,
        lock=lock,
        queueing_lock=lock,
        task_kwargs={"document_id": str(document_id)},
    )
    try:
        with session.begin_nested():
            # asked for inside: only then does the savepoint exist
            connection = session.connection().connection.driver_connection
            # the connector is never opened: the job goes through the session's connection
            JobManager(SyncPsycopgConnector()).defer_job(job, connection=connection)
    except AlreadyEnqueued:
        return False
    return True


def connector(url: str, *, max_size: int = 4) -> PsycopgConnector:
    """The worker's way to the queue: a pool of at most `max_size` connections, opened by `App.open_async`."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return PsycopgConnector(conninfo=plain, min_size=1, max_size=max_size)
