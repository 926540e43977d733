"""`quotewire corpus`: a whole corpus over a throwaway database, for stories, copies and entities across documents."""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from app import flow
from app.cli.answers import Json
from app.cli.extract import as_one_article
from app.cli.progress import counted
from app.cli.sources import sources
from app.extract import load
from app.model.document import Document
from app.settings import Settings
from app.store import articles, documents, entities, mentions, migrate, server
from app.store.session import Database


def run(source: Path, settings: Settings) -> int:
    """Print a line for each document once all are in. A line that cannot be read is named on standard error."""
    failed = 0
    pipeline = load(settings.spacy_model)
    with throwaway_database() as database:
        known: dict[str, UUID] = {}
        shift: dict[str, int] = {}
        for item in counted(sources([source], jsonl=True), "documents"):
            if item.document is None or item.id is None:
                failed += 1
                print(f"quotewire: {item.place}: {item.error}", file=sys.stderr)
                continue
            article = as_one_article(item.document, item.title)
            known[item.id] = _store(database, item.document)
            shift[item.id] = article.body_start
            stored = _loaded(database, known[item.id])
            flow.settle(stored, [flow.study(article, pipeline)], database)
        for line in _lines(database, known, shift):
            sys.stdout.write(json.dumps(line) + "\n")
    return 1 if failed else 0


@contextmanager
def throwaway_database() -> Iterator[Database]:
    """An empty, migrated database that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="quotewire-corpus-") as folder:
        with server.running(Path(folder) / "postgres") as url:
            migrate.upgrade(url)
            with closing(Database(url)) as database:
                yield database
