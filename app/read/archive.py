"""Web archives (WARC 0.17 to 1.1, ARC): one part per HTML response; everything else in them is counted."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from app.model.document import Part, PartForm, Reading
from app.model.errors import TooLarge, Unreadable
from app.model.expansion import EXPANDED_AT_MOST, MAGIC
from app.read import arc
from app.read.charset import clean, decode, is_text
from app.read.expand import Room, decoded, members
from app.read.passed_over import listed, noted

_PAGES = ("text/html", "application/xhtml+xml")
_CAPTURES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.revisit)
_START = re.compile(rb"(?:\A|(?<=\n))WARC/[01]\.\d{1,2}\r?\n(?=[A-Za-z-]{1,40}:)")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_HEAD_END = re.compile(rb"\n\r?\n")
_DAMAGED = "damaged record"


def pages(content: bytes, at_most: int = EXPANDED_AT_MOST) -> Reading:
    """The HTML pages of an archive, gzipped or plain, in its order. What is no page, redirects and answers that report
    an error, and what is damaged or in an unknown encoding, is passed over and counted. Of a page that is cut off, the
    beginning is read, as partial.

    Raises TooLarge where the archive, or the bodies in it, expand beyond `at_most` bytes, be it for nothing, Unreadable
    where it holds no page.
    """
    plain, damaged = _plain(content, Room(at_most))
    skipped = Counter({_DAMAGED: damaged} if damaged else {})
    found: list[Part] = []
    room = Room(at_most)
    for record in _records(plain):
        page = _page(record, room)
        if isinstance(page, Part):
            found.append(page)
        elif page is not None:
            skipped[page] += 1
    if not found:
        raise Unreadable(f"The web archive holds no HTML page that can be read{listed(skipped)}: send one with pages.")
    return Reading(tuple(found), noted(skipped))


def _plain(content: bytes, room: Room) -> tuple[bytes, int]:
    """The archive's plain bytes, and how many stretches of it cannot be expanded."""
    if not content.startswith(MAGIC):
        return content, 0
    pieces = list(members(content, room))
    return b"".join(piece for piece in pieces if piece is not None), pieces.count(None)


def _records(content: bytes) -> Iterator[bytes]:
    """The records, parted where the next one begins, so that damage in one does not reach another."""
    if content.startswith(b"filedesc:"):
        yield from arc.records(content)
        return
    starts = [found.start() for found in _START.finditer(content)]
    for start, end in pairwise([*starts, len(content)]):
        yield content[start:end]


def _page(content: bytes, room: Room) -> Part | str | None:
    """The page that a record holds, or why it is passed over; None for what is no capture of anything."""
    try:
        records = ArchiveIterator(BytesIO(content), parse_http=True, auto_decode="none")
        record = next(records, None)
        if record is None:
            return _DAMAGED
        if record.record_type not in _CAPTURES:
            return None
        found = _not_a_page(record) or _decoded(record, room)
        return replace(found, partial=True) if isinstance(found, Part) and _is_cut(record, content) else found
    except TooLarge:
        raise
    except Exception:  # FastWARC lets the errors of its parsers and decompressors through
        return _DAMAGED


def _is_cut(record: WarcRecord, content: bytes) -> bool:
    """Whether a record holds less than it says, or says itself that it does not hold everything (WARC 1.1, 5.13)."""
    head = _HEAD_END.search(content)
    said = int(record.headers["Content-Length"])
    return "WARC-Truncated" in record.headers or (head is not None and said > len(content) - head.end())


def _not_a_page(record: WarcRecord) -> str | None:
    if record.record_type is WarcRecordType.revisit:
        return "page unchanged since an earlier capture (revisit)"
    if not (record.headers.get("Content-Length") or "").isdigit():
        return _DAMAGED
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and status >= 300:
        return f"answer with status {status}"
    kind = (record.http_content_type or record.headers.get("Content-Type") or "of no media type").lower()
    return None if kind in _PAGES else f"no HTML page ({kind[:100]})"


def _decoded(record: WarcRecord, room: Room) -> Part | str:
    body = record.reader.read()
    if "chunked" in _http(record, "Transfer-Encoding"):
        body = _unchunked(body)
    text = clean(decode(decoded(body, _http(record, "Content-Encoding"), room), record.http_charset))
    if not text.strip() or not is_text(text):
        return "page that is empty or in an unknown encoding"
    # wget writes the address as the standard's grammar has it, in angle brackets
    url = (record.headers.get("WARC-Target-URI") or "").removeprefix("<").removesuffix(">")
    return Part(form=PartForm.HTML, content=text, url=url or None)


def _http(record: WarcRecord, header: str) -> str:
    return (record.http_headers.get(header) or "").strip().lower() if record.http_headers else ""


def _unchunked(body: bytes) -> bytes:
    """The chunks' content, up to where they are damaged or cut off. Many archives keep the header and not the chunks:
    what does not begin with one stays as it is."""
    chunk = _CHUNK.match(body)
    if chunk is None:
        return body
    pieces = []
    while chunk and (size := int(chunk[1], 16)):
        end = chunk.end() + size
        pieces.append(body[chunk.end() : end])
        chunk = _CHUNK.match(body, end)
    return b"".join(pieces)
