"""The first look: ingest the example pages, make a key, and say where to click."""

import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import structlog
import uvicorn

from app.cli.files import files_in, submit
from app.model.document import DocumentState
from app.settings import Settings
from app.store import documents, keys, quotes
from app.store.session import Database

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 120


def welcome(server: uvicorn.Server, database: Database, examples: Path, settings: Settings) -> None:
    """Ingest `examples` (again is harmless), wait for server and worker, and print three lines to start from."""
    key = _key(database, settings.data_dir / "demo-key")
    submitted = [submit(database, path, None, None, settings.max_body_bytes) for path in files_in([examples])]
    _wait(server, database, [record.id for record in submitted])
    if server.should_exit:
        return
    base = f"http://{settings.host}:{settings.port}"
    speaker = _a_speaker(database)
    print(f"\n  read the docs       {base}/docs")
    print(f"  search by speaker   curl '{base}/v1/quotes?speaker={speaker.replace(' ', '%20')}'")
    print(
        f"  ingest your page    curl -X POST '{base}/v1/documents' -H 'Authorization: Bearer {key}' "
        "-H 'Content-Type: text/html' -H 'Prefer: wait=30' --data-binary @page.html\n",
        flush=True,
    )


def _key(database: Database, file: Path) -> str:
    """The demo key: made once, and kept beside the data for its owner's eyes only."""
    if file.exists():
        secret = file.read_text().strip()
        with database.session() as session:
            if keys.verify(session, secret):
                return secret
    with database.session() as session:
        _, secret = keys.create(session, "make run", ("read", "ingest"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(secret + "\n")
    return secret


def _wait(server: uvicorn.Server, database: Database, ids: Sequence[UUID]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and not server.should_exit:
        with database.session() as session:
            states = {documents.get(session, id_).state for id_ in ids}
        if server.started and states <= {DocumentState.DONE, DocumentState.FAILED}:
            return
        time.sleep(0.3)


def _a_speaker(database: Database) -> str:
    """Whoever is quoted in the newest quote with a resolved speaker; a search for them has answers."""
    with database.session() as session:
        page = quotes.page(session, quotes.QuoteFilter(), after=None, limit=100)
    names = [quote.speaker.entity.name for quote in page.items if quote.speaker and quote.speaker.entity]
    return max(names, key=names.count, default="")
