"""What workers do beside their documents: take over what a dead one held, and forget what nobody needs any more."""

import contextlib
from datetime import timedelta

import structlog

from app.kit.clock import now
from app.model.errors import NotFound
from app.model.findings import Failure
from app.store import documents, idempotency, queue, turns
from app.store.queue import Stalled
from app.store.session import Database, Session

log = structlog.get_logger(__name__)

MOST_DEATHS = 3
"""A document on which so many workers died is taken to be the cause, and marked failed."""

KEYS_KEPT = timedelta(days=1)
"""How long the answer under an idempotency key is kept, and when a host's turn was."""


def rescue(database: Database, stalled_seconds: float) -> None:
    """Queue the jobs of dead workers again, but give up on a document that has seen too many workers die."""
    with database.session() as session:
        for job in queue.stalled(session, stalled_seconds):
            if job.deaths + 1 < MOST_DEATHS:
                log.warning("taking over the job of a dead worker", document=str(job.document_id))
                queue.put_back(session, job)
            else:
                log.error("giving up on a document whose workers died", document=str(job.document_id))
                _give_up(session, job)
        queue.drop_looks(session, stalled_seconds)


def forget(database: Database) -> None:
    """Forget the idempotency keys that nobody can still be retrying under, and the hosts that were long left alone."""
    with database.session() as session:
        idempotency.prune(session, before=now() - KEYS_KEPT)
        turns.prune(session, before=now() - KEYS_KEPT)


def _give_up(session: Session, job: Stalled) -> None:
    reason = f"The worker died {MOST_DEATHS} times on this document; look at its memory limit and log, then retry."
    queue.drop(session, job)
    with contextlib.suppress(NotFound):
        if documents.get(session, job.document_id).state not in documents.ENDED:
            documents.fail(session, job.document_id, Failure(stage="work", reason=reason))
