"""`quotewire ingest` and `quotewire reprocess`: files in, and the flow over them, watched to the end."""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from uuid import UUID

from app import intake
from app.cli.database import ready_url
from app.cli.files import files_in, submit
from app.cli.progress import counted
from app.cli.stopping import TERMINATED
from app.model.document import DocumentState
from app.model.errors import Conflict, Misconfigured, QuotewireError
from app.settings import Settings
from app.store import documents
from app.store.records import DocumentRecord
from app.store.session import Database
from app.work import run as work

PENDING = (DocumentState.QUEUED, DocumentState.PROCESSING)


def run(paths: Sequence[Path], url: str | None, outlet: str | None, settings: Settings) -> int:
    """Ingest files and folders. 0: all of them were stored and processed. `Misconfigured`: one URL, many files."""
    files = list(files_in(paths))
    if url is not None and len(files) > 1:
        raise Misconfigured(f"--url says where one page was found; {len(files)} files are named: ingest them singly.")
    with ready_url(settings) as database_url, closing(Database(database_url)) as database:
        stored: dict[UUID, str] = {}
        refused = 0
        for path in counted(files, "files", len(files)):
            try:
                stored[submit(database, path, url, outlet, settings.max_body_bytes).id] = str(path)
            except (QuotewireError, OSError) as error:
                refused += 1
                print(f"quotewire: {path}: {error}", file=sys.stderr)
        failed = see_through(database, database_url, stored, settings)
    print(f"{len(stored) - failed} done, {failed} failed, {refused} refused")
    return 1 if failed or refused else 0


def reprocess(only_failed: bool, settings: Settings) -> int:
    """Queue every stored document (or those that failed) again and see them through. 0: none failed."""
    with ready_url(settings) as database_url, closing(Database(database_url)) as database:
        ids = {id_: f"document {id_}" for id_ in _stored(database, DocumentState.FAILED if only_failed else None)}
        for id_ in ids:
            with suppress(Conflict), database.session() as session:  # it is queued or under way as it is
                intake.again(session, id_)
        failed = see_through(database, database_url, ids, settings)
    print(f"{len(ids) - failed} done, {failed} failed")
    return 1 if failed else 0


def see_through(database: Database, url: str, names: Mapping[UUID, str], settings: Settings) -> int:
    """Work the queue until these documents have ended; print why any failed, and what was passed over in the others.

    `names` says what to call each in messages. A worker elsewhere may help. A document whose job got lost is given
    another. Leaves the command with `TERMINATED` when a signal says stop.
    """
    while pending := _standing(database, names, PENDING):
        with database.session() as session:
            for record in pending:
                intake.ensure_queued(session, record.id)
        if not work(settings, url, until_empty=True):
            sys.exit(TERMINATED)
    failed = _standing(database, names, (DocumentState.FAILED,))
    for record in failed:
        reason = record.failure.reason if record.failure else "no reason was kept"
        print(f"quotewire: {names[record.id]} failed: {reason}", file=sys.stderr)
    for record in _standing(database, names, (DocumentState.DONE,)):
        for one in record.skipped:
            print(f"quotewire: {names[record.id]}: passed over {one.count} × {one.reason}", file=sys.stderr)
    return len(failed)


def _standing(database: Database, ids: Collection[UUID], states: Sequence[DocumentState]) -> list[DocumentRecord]:
    with database.session() as session:
        return documents.standing(session, ids, states)


def _stored(database: Database, state: DocumentState | None) -> Iterator[UUID]:
    after = None
    while True:
        with database.session() as session:
            page = documents.page(session, documents.DocumentFilter(state=state), after=after, limit=500)
        yield from (record.id for record in page.items)
        if page.next is None:
            return
        after = page.next
