"""Bytes in, readable parts out: text, HTML, feeds, JSON exports, web archives."""

from app.model.document import Document, Part


def read(document: Document) -> tuple[Part, ...]:
    """The readable parts of a document."""
    raise NotImplementedError
