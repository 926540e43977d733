"""`quotewire corpus`: a whole corpus over a throwaway database, for stories, copies and entities across documents."""

import json
import sys
import tempfile
from collections.abc import Container, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app import flow
from app.cli.answers import Json
from app.cli.extract import as_one_article
from app.cli.progress import counted
from app.cli.sources import Source, sources
from app.model.document import Document
from app.model.errors import Unreadable
from app.model.findings import Findings
from app.settings import Settings
from app.store import articles, documents, entities, mentions, migrate, server
from app.store.paging import TextSort
from app.store.records import ArticleRecord, MentionRecord
from app.store.session import Database, Session


def run(source: Path, settings: Settings) -> int:
    """Print a line for each document once all are in. A line that cannot be read is named on standard error.

    Each text is one article, unchanged, so that offsets index it; a "title" beside it counts for the story alone.
    """
    failed = 0
    models = flow.Models.load(settings.spacy_model, settings.tagger)
    with throwaway_database() as database:
        entered: dict[str, Entered] = {}
        for item in counted(sources([source], jsonl=True), "documents"):
            try:
                id_, document = _readable(item, entered)
                article = as_one_article(document, item.title)
                document_id = _enter(database, document, flow.study(article, models))
                entered[id_] = Entered(document_id=document_id, body_start=article.body_start)
            except Exception as error:  # one document must not lose the others
                failed += 1
                print(f"quotewire: {item.place}: {flow.sentence(error)}", file=sys.stderr)
        for line in _lines(database, entered):
            sys.stdout.write(json.dumps(line) + "\n")
    return 1 if failed else 0


def _readable(item: Source, entered: Container[str]) -> tuple[str, Document]:
    if item.error is not None:
        raise item.error
    if item.document is None or item.id is None or item.id in entered:
        raise Unreadable(f'the "id" {item.id} is on an earlier line: give each document its own.')
    return item.id, item.document


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A document of the corpus in the store, and where the given text begins in its article."""

    document_id: UUID
    body_start: int


@contextmanager
def throwaway_database() -> Iterator[Database]:
    """An empty, migrated database that is gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="quotewire-corpus-", ignore_cleanup_errors=True) as folder,
        server.running(Path(folder) / "postgres") as url,
    ):
        migrate.upgrade(url)
        with closing(Database(url)) as database:
            yield database


def _enter(database: Database, document: Document, findings: Findings) -> UUID:
    """Store a document under an outlet of its own name, so that equal texts stay two documents."""
    with database.session() as session:
        record, _ = documents.accept(
            session,
            content=document.content,
            media_type=document.media_type,
            charset=document.charset,
            url=f"corpus:{document.id}",
            outlet=None,
            fetched_at=None,
            now=document.received_at,
        )
        stored = documents.load(session, record.id)
    flow.settle(stored, [findings], database)
    return stored.id


def _lines(database: Database, entered: Mapping[str, Entered]) -> Iterator[Json]:
    articles_of: dict[str, ArticleRecord] = {}
    name_of: dict[UUID, str] = {}
    for name, where in entered.items():
        with database.session() as session:
            found = articles.page(session, articles.ArticleFilter(document_id=where.document_id), after=None, limit=1)
        for article in found.items:
            articles_of[name] = article
            name_of[article.id] = name
    for name, where in entered.items():
        article = articles_of[name]
        yield {
            "id": name,
            "story": str(article.story_id),
            "duplicate_of": name_of.get(article.copy_of) if article.copy_of else None,
            "mentions": list(_mentions(database, article.id, where.body_start)),
        }


def _mentions(database: Database, article_id: UUID, body_start: int) -> Iterator[Json]:
    with database.session() as session:
        found = list(_all(session, article_id))
        wikidata = entities.wikidata(session, {mention.entity.id for mention in found if mention.entity})
    for mention in found:
        if mention.entity and mention.span.start >= body_start:
            span = mention.span.shifted(-body_start)
            identity = mention.entity.id
            yield {
                "start": span.start,
                "end": span.end,
                "entity": str(identity),
                "wikidata": wikidata.get(identity),
            }


def _all(session: Session, article_id: UUID) -> Iterator[MentionRecord]:
    after = None
    while True:
        where = mentions.MentionFilter(article_id=article_id)
        page = mentions.page(session, where, after=after, limit=500, sort=TextSort.TEXT)
        yield from page.items
        if page.next is None:
            return
        after = page.next
