"""Taking a document in, waiting for it, and trying it again: what the writing endpoints do."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from starlette.concurrency import run_in_threadpool

from app import intake
from app.api.conditional import require
from app.api.documents.presenter import document, location
from app.api.idempotency import Answer
from app.api.preferences import poll
from app.intake import Address, Submission
from app.kit.clock import now
from app.model.document import DocumentState
from app.model.errors import Merged
from app.store import documents
from app.store.records import DocumentRecord
from app.store.session import Database

SETTLED = frozenset({DocumentState.DONE, DocumentState.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One write: `write` commits and returns the document; the answer waits for `wait` seconds (None: not)."""

    database: Database
    write: Callable[[], DocumentRecord]
    wait: int | None

    async def __call__(self) -> Answer:
        record = await run_in_threadpool(self.write)
        if self.wait is not None:
            record = await self._settled(record.id, self.wait)
        return accepted(record, self.wait)

    async def _settled(self, document_id: UUID, seconds: int) -> DocumentRecord:
        return await poll(
            lambda: run_in_threadpool(self._look, document_id), lambda record: record.state in SETTLED, seconds
        )

    def _look(self, document_id: UUID) -> DocumentRecord:
        with self.database.session() as session:
            try:
                return documents.get(session, document_id)
            except Merged as merged:  # what was fetched is a document already
                return documents.get(session, merged.survivor)


def accept(database: Database, submission: Submission | Address, max_bytes: int) -> DocumentRecord:
    """Store it and its job; both are there when this returns."""
    with database.session() as session:
        if isinstance(submission, Address):
            return intake.want(session, submission, now=now())[0]
        return intake.accept(session, submission, max_bytes=max_bytes, now=now())[0]


def again(database: Database, document_id: UUID, if_match: str | None) -> DocumentRecord:
    """Queue it once more. Raises a 412 where `if_match` is of another state of it than the present one."""
    with database.session() as session:
        present = document(documents.get(session, document_id))
        require(if_match, present.model_dump_json().encode())
        return intake.again(session, document_id)


def accepted(record: DocumentRecord, wait: int | None) -> Answer:
    """The 202 that tells of a document."""
    headers = {"Location": location(record)}
    if wait is not None:
        headers["Preference-Applied"] = f"wait={wait}"
    return Answer(status=HTTPStatus.ACCEPTED, headers=headers, body=document(record).model_dump_json())
