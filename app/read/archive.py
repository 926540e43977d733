"""Web archives (WARC): one part per HTML response; everything else in them is passed over."""

from collections.abc import Iterator
from io import BytesIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from app.model.document import Part, PartForm
from app.model.errors import TooLarge, Unreadable
from app.read.charset import decode, is_text
from app.read.expand import EXPANDED_AT_MOST, gunzip

_PAGES = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b"


def pages(content: bytes, at_most: int = EXPANDED_AT_MOST) -> tuple[Part, ...]:
    """The HTML pages of an archive, gzipped or plain, in its order. A damaged record ends the reading; the pages before
    it are kept, and a page in an encoding that is not understood is left out.

    Raises TooLarge where the archive expands beyond `at_most` bytes, Unreadable where it holds no page.
    """
    plain = gunzip(content, at_most) if content.startswith(_GZIP) else content
    found: list[Part] = []
    left = at_most
    for record, body in _bodies(plain):
        page = gunzip(body, max(1, left)) if body.startswith(_GZIP) else body
        left -= len(page)
        if left < 0:
            raise TooLarge(f"The archive holds more than {at_most // 1024**2} MB: split it and send the pieces.")
        text = decode(page, record.http_charset)
        if is_text(text):
            found.append(Part(form=PartForm.HTML, content=text, url=record.headers.get("WARC-Target-URI")))
    if not found:
        raise Unreadable("The web archive holds no HTML page that can be read: send one with text/html responses.")
    return tuple(found)


def _bodies(content: bytes) -> Iterator[tuple[WarcRecord, bytes]]:
    """The HTML responses with their bytes, up to the end or the first damage."""
    responses = ArchiveIterator(
        BytesIO(content), record_types=WarcRecordType.response, parse_http=True, auto_decode="transfer"
    )
    while True:
        try:
            record = next(responses, None)
            if record is None:
                return
            body = record.reader.read() if (record.http_content_type or "").lower() in _PAGES else None
        except Exception:  # FastWARC lets the errors of its parsers and decompressors through
            return
        if body is not None:
            yield record, body
