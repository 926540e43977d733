"""Parts in, clean dated articles out: chrome, splitting, titles, bylines, times, languages."""

from collections.abc import Sequence

from app.model.article import Article
from app.model.document import Document, Part


def normalise(document: Document, parts: Sequence[Part]) -> tuple[Article, ...]:
    """The news items of a document, in page order."""
    raise NotImplementedError
