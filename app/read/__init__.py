"""Bytes in, readable parts out: text, HTML, feeds, JSON exports, web archives."""

import re
from dataclasses import replace

from app.model.document import Document, Part, PartForm, Reading, Skipped
from app.model.errors import Unreadable
from app.model.expansion import EXPANDED_AT_MOST, GZIPS, PACKED
from app.model.media import Form, form_of, guess_media_type, is_declared, sniff
from app.model.xml_entities import bound_entities
from app.read import archive, feed, records
from app.read.bounds import bound_page
from app.read.charset import clean, decode, is_text
from app.read.expand import Room, gunzip, opening

__all__ = ["guess_media_type", "read"]

_FEED = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I)
_REST = "rest of a gzip file that is damaged or cut off"
_EMPTY = "The document is empty: send a page, a text or a feed with news in it."


def read(document: Document) -> Reading:
    """The readable parts of a document, in its order, at least one; and what was passed over.

    The declared media type is believed unless it is missing, unknown or plainly wrong. Raises Unreadable where the
    bytes hold nothing to read and TooLarge where a bound is passed; never anything else, whatever the bytes are.
    Fetches nothing and follows no link.
    """
    form, content, whole = _plain(document)
    if not content.strip():
        raise Unreadable(_EMPTY)
    reading = _reading(form, content, document)
    parts = tuple(part for part in reading.parts if _holds_something(part))
    if not parts:
        raise Unreadable(_EMPTY)
    for part in parts:
        if part.form is PartForm.HTML:
            bound_page(part.content)
    return Reading(parts, reading.skipped) if whole else _cut(Reading(parts, reading.skipped))


def _cut(reading: Reading) -> Reading:
    """What was read of a gzip file that breaks off: in its last part, and then more."""
    *before, last = reading.parts
    return Reading((*before, replace(last, partial=True)), (*reading.skipped, Skipped(_REST, 1)))


def _plain(document: Document) -> tuple[Form, bytes, bool]:
    """What the document is once it is no longer gzipped, be it twice, and whether that is all of it. An archive stays:
    each of its records is gzipped by itself, and its reader gets along with damage."""
    content, form, whole = document.content, form_of(document.media_type, document.content), True
    for _ in range(GZIPS):
        if form is not Form.GZIP:
            break
        if sniff(opening(content)) is Form.WARC:
            return Form.WARC, content, whole
        content, all_of_it = gunzip(content, Room())
        whole = whole and all_of_it
        form = form_of("", content)
    return form, content, whole


def _reading(form: Form, content: bytes, document: Document) -> Reading:
    if form in (Form.PACKED, Form.GZIP):
        raise Unreadable(PACKED)
    if form is Form.FOREIGN:
        raise Unreadable("The file is no text (a PDF, an image, a program): send its text or HTML instead.")
    if form is Form.WARC:
        return archive.pages(content)
    text = decode(content, document.charset)
    if not is_text(text):
        raise Unreadable("The bytes are no text in any known encoding: send text, HTML, JSON or a feed.")
    if form is Form.JSON and not is_declared(document.media_type, Form.JSON):
        return _guessed_records(text, document.url)
    return _read_text(form, text, document.url)


def _read_text(form: Form, text: str, url: str | None) -> Reading:
    if form is Form.JSON:
        return records.records(text, url)
    if form is Form.JSON_LINES:
        return records.record_lines(text, url)
    text = clean(text)
    if form is Form.XML:
        bound_entities((text,), EXPANDED_AT_MOST)
        if _FEED.search(text[:4096]):
            return Reading(feed.entries(text, url))
    part_form = PartForm.TEXT if form is Form.TEXT else PartForm.HTML
    return Reading((Part(form=part_form, content=text, url=url),))


def _guessed_records(text: str, url: str | None) -> Reading:
    """A text that only looks like JSON is read as text where it turns out to be none."""
    try:
        return records.records(text, url)
    except Unreadable:
        return _read_text(Form.TEXT, text, url)


def _holds_something(part: Part) -> bool:
    return bool(part.content.strip() or (part.stated and part.stated.title))
