"""The table of contents: the stages in the only order there is.

    read        bytes -> parts
    normalise   parts -> articles
    extract     article -> parse and mentions      \
    attribute   article -> quotes                   > per article; one that fails does not take its siblings along
    claim       quotes -> claims                   /
    resolve     all items of the document -> who is who, what is a copy, what belongs together
    store       everything, in one transaction, keeping the ids of what did not change

`examine` is the pure half, `process` runs it for a stored document.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self
from uuid import UUID

import structlog

from app.attribute import attribute
from app.attribute.reading import Attributions
from app.attribute.tagger import Tagger
from app.claim import claim
from app.extract import extract
from app.extract.pipeline import Pipeline
from app.kit.ids import new_id
from app.kit.storable import storable
from app.model.article import Article
from app.model.document import Document, Skipped
from app.model.errors import QuotewireError, Unavailable
from app.model.findings import Failure, Findings
from app.model.resolution import Item
from app.normalise import NO_PAGES, Pages, normalise
from app.read import read
from app.resolve import resolve
from app.store import articles, derived, documents
from app.store.candidates import StoredCandidates
from app.store.pages import StoredPages
from app.store.session import Database, serialise

log = structlog.get_logger(__name__)

MOST_SAID = 300
"""So many characters of an unexpected error's own words are passed on."""


class Models(NamedTuple):
    """What the stages have learned: the parser of `extract` and the tagger of `attribute`."""

    pipeline: Pipeline
    tagger: Attributions

    @classmethod
    def load(cls, spacy_model: str | None = None, tagger: Path | None = None) -> Self:
        """Load the models that come with Quotewire, or the named ones. Raises Misconfigured where one is not there."""
        return cls(Pipeline.load(spacy_model), Tagger.load(tagger))


class Examined(NamedTuple):
    """What a document holds, article by article, and what was passed over in it."""

    findings: tuple[Findings, ...]
    skipped: tuple[Skipped, ...]


def examine(document: Document, models: Models, pages: Pages = NO_PAGES) -> Examined:
    """Everything that can be said about a document without knowing any other, but for the lines that its outlet prints
    on its pages, which `pages` remembers. Raises `Unreadable` and `TooLarge`."""
    reading = read(document)
    findings = tuple(study(article, models) for article in normalise(document, reading.parts, pages))
    return Examined(findings, reading.skipped)


def study(article: Article, models: Models) -> Findings:
    """The mentions, quotes and claims of one article. A stage that fails is named in `failures`; what came before it
    stays."""
    findings = Findings(article=article)
    stage = "extract"
    try:
        analysis = extract(article, models.pipeline)
        findings = replace(findings, mentions=analysis.mentions)
        stage = "attribute"
        quotes = attribute(article, analysis, models.tagger)
        findings = replace(findings, quotes=quotes)
        stage = "claim"
        return replace(findings, claims=claim(article, analysis, quotes))
    except Exception as error:  # a stage may fail in any way; its siblings must not
        if not isinstance(error, QuotewireError):
            log.exception("stage failed", stage=stage, title=article.title)
        return replace(findings, failures=(Failure(stage=stage, reason=sentence(error)),))


def process(document_id: UUID, database: Database, models: Models) -> None:
    """Run the whole flow on a stored document. Running it again changes only what comes out differently.

    What is remembered of other documents of the outlet is all that this depends on besides the document: with the same
    memory comes the same result, and what is remembered of a document does not depend on what is known of others. So a
    line that was not known yet to be the outlet's own stays in the first articles, until they are processed again;
    whatever the order, all documents processed twice come out the same the second time, as long as they are not so many
    that older ones are forgotten, or turn out to be versions of others.

    A document that cannot be read, or whose flow breaks off, is marked failed with the reason; nothing of an earlier
    run is lost then. `Unavailable` is raised: the queue tries again.
    """
    with database.session() as session:
        if not documents.start(session, document_id):
            return
        document = documents.load(session, document_id)
    stage = "read"
    try:
        found = examine(document, models, StoredPages(database, document_id))
        stage = "resolve"
        settle(document, found.findings, database, found.skipped)
    except Unavailable:
        raise
    except Exception as error:  # whatever it is, the document must not stay stuck in "processing"
        fail(document_id, database, stage, error)


def settle(
    document: Document, findings: Sequence[Findings], database: Database, skipped: Sequence[Skipped] = ()
) -> None:
    """Resolve and store what was found in a document: one transaction, one such transaction at a time."""
    with database.session() as session:
        serialise(session)
        ids = articles.identify(session, document.id, [found.article for found in findings])
        items = items_of(document, findings, ids)
        resolution = resolve(items, StoredCandidates(session, document.id), new_id)
        derived.save(session, document.id, resolution)
        documents.finish(session, document.id, skipped)


def items_of(document: Document, findings: Sequence[Findings], ids: Sequence[UUID]) -> list[Item]:
    """Pair findings with their ids, each at the instant it is ordered by."""
    return [
        Item(id=id_, at=instant_of(found.article, document.received_at), findings=found)
        for id_, found in zip(ids, findings, strict=True)
    ]


def instant_of(article: Article, received_at: datetime) -> datetime:
    """When an article stands among others: published (a local time without a zone read as UTC), else received."""
    published = article.published
    if published is None or published.clock is not None:
        return received_at
    return published.instant or (published.local or received_at).replace(tzinfo=UTC)


def fail(document_id: UUID, database: Database, stage: str, error: Exception) -> None:
    """Mark a document failed, in words that its sender can act on."""
    if not isinstance(error, QuotewireError):
        log.exception("document failed", document=str(document_id), stage=stage)
    with database.session() as session:
        documents.fail(session, document_id, Failure(stage=stage, reason=sentence(error)))


def sentence(error: Exception) -> str:
    """An error as a sentence: our own speak for themselves, others are named for the log's sake."""
    if isinstance(error, QuotewireError):
        return str(error)
    said = storable(f"{type(error).__name__}: {error}").split("\n", maxsplit=1)[0][:MOST_SAID]
    return f"An unexpected error ({said}); the log has the details, and a retry runs it again."
