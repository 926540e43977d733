"""`quotewire ingest` and `quotewire reprocess`: files in, and the flow over them, watched to the end."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID

from app import intake
from app.cli.database import ready_url
from app.cli.files import files_in, submit
from app.cli.progress import counted
from app.model.document import DocumentState
from app.model.errors import QuotewireError
from app.settings import Settings
from app.store import documents
from app.store.records import DocumentRecord
from app.store.session import Database
from app.work import run as work

ENDED = {DocumentState.DONE, DocumentState.FAILED}


def run(paths: Sequence[Path], url: str | None, outlet: str | None, settings: Settings) -> int:
    """Ingest files and folders. 0: all of them were stored and processed."""
    with ready_url(settings) as database_url, closing(Database(database_url)) as database:
        stored, refused = [], 0
        for path in counted(files_in(paths), "files"):
            try:
                stored.append(submit(database, path, url, outlet, settings.max_body_bytes))
            except (QuotewireError, OSError) as error:
                refused += 1
                print(f"quotewire: {path}: {error}", file=sys.stderr)
        failed = see_through(database, database_url, [record.id for record in stored], settings)
    print(f"{len(stored) - failed} done, {failed} failed, {refused} refused")
    return 1 if failed or refused else 0


def reprocess(only_failed: bool, settings: Settings) -> int:
    """Queue every stored document (or those that failed) again and see them through. 0: none failed."""
    with ready_url(settings) as database_url, closing(Database(database_url)) as database:
        ids = list(_stored(database, DocumentState.FAILED if only_failed else None))
        for id_ in ids:
            with database.session() as session:
                if documents.get(session, id_).state in ENDED:
                    intake.again(session, id_)
        failed = see_through(database, database_url, ids, settings)
    print(f"{len(ids) - failed} done, {failed} failed")
    return 1 if failed else 0


def see_through(database: Database, url: str, ids: Sequence[UUID], settings: Settings) -> int:
    """Work the queue until these documents have ended, and print why any failed. A worker elsewhere may help."""
    while any(record.state not in ENDED for record in _records(database, ids)):
        work(settings, url, until_empty=True)
        time.sleep(0.2)
    failed = [record for record in _records(database, ids) if record.state is DocumentState.FAILED]
    for record in failed:
        reason = record.failure.reason if record.failure else "no reason was kept"
        print(f"quotewire: document {record.id} failed: {reason}", file=sys.stderr)
    return len(failed)


def _records(database: Database, ids: Sequence[UUID]) -> list[DocumentRecord]:
    with database.session() as session:
        return [documents.get(session, id_) for id_ in ids]


def _stored(database: Database, state: DocumentState | None) -> Iterator[UUID]:
    after = None
    while True:
        with database.session() as session:
            page = documents.page(session, documents.DocumentFilter(state=state), after=after, limit=500)
        yield from (record.id for record in page.items)
        if page.next is None:
            return
        after = page.next
