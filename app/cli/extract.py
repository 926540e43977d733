"""`quotewire extract`: everything the API does with a document, without a server."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app import flow
from app.cli import answers
from app.cli.answers import Json
from app.cli.progress import counted
from app.cli.sources import Source, sources
from app.kit.ids import new_id
from app.model.article import Article, ArticleKind
from app.model.document import Document
from app.model.errors import Misconfigured, QuotewireError
from app.model.findings import Findings
from app.resolve import NoCandidates, identify
from app.settings import Settings


def run(inputs: Sequence[Path], as_: str, jsonl: bool, settings: Settings) -> int:
    """Print one line of JSON for each document; a document that fails is named on standard error. 0: none failed.

    Each is read by itself: what is said of one does not depend on which others are named, nor on the lines that an
    outlet prints on all its pages, which only a store remembers.
    """
    if as_ not in ("plain", "page"):
        raise Misconfigured(f'--as takes "plain" or "page", not "{as_}"')
    failed = 0
    models = flow.Models.load(settings.spacy_model, settings.tagger)
    for source in counted(sources(inputs, jsonl), "documents"):
        answer, error = _answer(source, as_, models)
        if answer is not None:
            sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
        if error is not None:
            failed += 1
            print(f"quotewire: {source.place}: {error}", file=sys.stderr)
    return 1 if failed else 0


def _answer(source: Source, as_: str, models: flow.Models) -> tuple[Json | None, QuotewireError | None]:
    if source.document is None:
        return _empty(source.id, as_, source.error), source.error
    try:
        if as_ == "plain":
            return {"id": source.id, **_plain(source.document, models)}, None
        return {"id": source.id, **_page(source.document, models)}, None
    except QuotewireError as error:
        return _empty(source.id, as_, error), error


def _empty(id_: str | None, as_: str, error: QuotewireError | None) -> Json | None:
    """Nothing is lost: a document that failed keeps its line, with the reason."""
    if id_ is None:
        return None
    nothing: Json = {"quotes": [], "mentions": [], "claims": []} if as_ == "plain" else {"items": [], "skipped": []}
    return {"id": id_, **nothing, "error": str(error)}


def _plain(document: Document, models: flow.Models) -> Json:
    article = as_one_article(document)
    [(_, found)] = printed(document, [flow.study(article, models)])
    return found


def _page(document: Document, models: flow.Models) -> Json:
    examined = flow.examine(document, models)
    found = printed(document, examined.findings)
    return {
        "items": [answers.page_item(article, what) for article, what in found],
        "skipped": [asdict(one) for one in examined.skipped],
    }


def as_one_article(document: Document, title: str = "") -> Article:
    """The text as one article, not a code point of it changed."""
    return Article(kind=ArticleKind.ARTICLE, title=title, body=document.content.decode("utf-8", "replace"))


def printed(document: Document, findings: Sequence[Findings]) -> list[tuple[Article, Json]]:
    """Findings as they are printed. Their names are resolved among themselves alone: there is no store to remember
    others, and nothing for an article to be a copy of."""
    items = flow.items_of(document, findings, [new_id() for _ in findings])
    return answers.items(findings, identify(items, NoCandidates(), new_id))
