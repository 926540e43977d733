"""The work queue (procrastinate), as far as the store knows it: the caller's own transaction puts jobs in."""

from uuid import UUID

from procrastinate import PsycopgConnector
from procrastinate.jobs import Status

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
    raise NotImplementedError


def connector(url: str, *, max_size: int = 4) -> PsycopgConnector:
    """The worker's way to the queue: a pool of at most `max_size` connections, opened by `App.open_async`."""
    raise NotImplementedError
