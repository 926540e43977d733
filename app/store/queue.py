"""The work queue (procrastinate), as far as the store knows it: the caller's own transaction puts jobs in."""

from procrastinate import PsycopgConnector
from procrastinate.types import JSONValue

from app.store.session import Session

QUEUE = "documents"


def enqueue(
    session: Session,
    task_name: str,
    *,
    queueing_lock: str | None = None,
    lock: str | None = None,
    queue: str = QUEUE,
    **args: JSONValue,
) -> bool:
    """Put a job into the queue in this transaction: it exists if and only if the transaction commits.

    False where a job with the same `queueing_lock` waits already; the transaction stays usable. Jobs with the same
    `lock` never run at once.
    """
    raise NotImplementedError


def connector(url: str, *, max_size: int = 4) -> PsycopgConnector:
    """The worker's way to the queue: a pool of at most `max_size` connections, opened by `App.open_async`."""
    raise NotImplementedError
