"""Bytes in, readable parts out: text, HTML, feeds, JSON exports, web archives."""

import re

from app.model.document import Document, Part, PartForm
from app.model.errors import Unreadable
from app.read import archive, feed, records
from app.read.charset import decode, is_text
from app.read.expand import gunzip
from app.read.media import Form, form_of, guess_media_type, is_declared

__all__ = ["guess_media_type", "read"]

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_EMPTY = "The document is empty: send a page, a text or a feed with news in it."


def read(document: Document) -> tuple[Part, ...]:
    """The readable parts of a document, in its order; at least one.

    The declared media type is believed unless it is missing, unknown or plainly wrong. Raises Unreadable where the
    bytes hold nothing to read and TooLarge where a bound is passed; never anything else, whatever the bytes are.
    Fetches nothing and follows no link.
    """
    content, form = document.content, form_of(document.media_type, document.content)
    if form is Form.GZIP:
        content = gunzip(content)
        form = form_of("", content)
    if not content.strip():
        raise Unreadable(_EMPTY)
    parts = tuple(part for part in _parts(form, content, document) if _holds_something(part))
    if not parts:
        raise Unreadable(_EMPTY)
    return parts


def _parts(form: Form, content: bytes, document: Document) -> tuple[Part, ...]:
    if form in (Form.FOREIGN, Form.GZIP):
        raise Unreadable("The file is no text (a PDF, an image, an archive): send its text or HTML instead.")
    if form is Form.WARC:
        return archive.pages(content)
    text = decode(content, document.charset)
    if not is_text(text):
        raise Unreadable("The bytes are no text in any known encoding: send text, HTML, JSON or a feed.")
    if form is Form.JSON and not is_declared(document.media_type, Form.JSON):
        return _guessed_records(text, document.url)
    return _read_text(form, text, document.url)


def _read_text(form: Form, text: str, url: str | None) -> tuple[Part, ...]:
    if form is Form.JSON:
        return records.records(text)
    if form is Form.JSON_LINES:
        return records.record_lines(text)
    if form is Form.XML and _FEED.search(text[:4096]):
        return feed.entries(text)
    part_form = PartForm.TEXT if form is Form.TEXT else PartForm.HTML
    return (Part(form=part_form, content=text, url=url),)


def _guessed_records(text: str, url: str | None) -> tuple[Part, ...]:
    """A text that only looks like JSON is read as text where it turns out to be none."""
    try:
        return records.records(text)
    except Unreadable:
        return _read_text(Form.TEXT, text, url)


def _holds_something(part: Part) -> bool:
    return bool(part.content.strip() or (part.stated and part.stated.title))
