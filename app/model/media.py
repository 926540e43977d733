"""What a document's bytes are: media types from names and opening bytes, and when a declared type is believed."""

import re
from enum import StrEnum


class Form(StrEnum):
    """The shapes that have a reader of their own."""

    TEXT = "text"
    HTML = "html"
    XML = "xml"
    JSON = "json"
    JSON_LINES = "json lines"
    GZIP = "gzip"
    WARC = "warc"
    PACKED = "packed"
    FOREIGN = "foreign"


_FORMS = {
    "text/plain": Form.TEXT,
    "text/markdown": Form.TEXT,
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "text/xml": Form.XML,
    "application/xml": Form.XML,
    "application/rss+xml": Form.XML,
    "application/atom+xml": Form.XML,
    "application/rdf+xml": Form.XML,
    "application/json": Form.JSON,
    "application/ld+json": Form.JSON,
    "application/feed+json": Form.JSON,
    "application/vnd.iptc.g2.newsitem+json": Form.JSON,
    "application/x-ndjson": Form.JSON_LINES,
    "application/jsonl": Form.JSON_LINES,
    "application/gzip": Form.GZIP,
    "application/x-gzip": Form.GZIP,
    "application/warc": Form.WARC,
    "application/x-internet-archive": Form.WARC,
}
_SUFFIXES = (
    (".warc.gz", "application/warc"),
    (".warc", "application/warc"),
    (".arc.gz", "application/x-internet-archive"),
    (".arc", "application/x-internet-archive"),
    (".jsonl", "application/x-ndjson"),
    (".ndjson", "application/x-ndjson"),
    (".json", "application/json"),
    (".rss", "application/rss+xml"),
    (".atom", "application/atom+xml"),
    (".xml", "application/xml"),
    (".html", "text/html"),
    (".htm", "text/html"),
    (".xhtml", "text/html"),
    (".txt", "text/plain"),
    (".md", "text/plain"),
)
_TYPES = {
    Form.TEXT: "text/plain",
    Form.HTML: "text/html",
    Form.XML: "application/xml",
    Form.JSON: "application/json",
    Form.JSON_LINES: "application/x-ndjson",
    Form.GZIP: "application/gzip",
    Form.WARC: "application/warc",
    Form.PACKED: "application/octet-stream",
    Form.FOREIGN: "application/octet-stream",
}
# zip (also what newer Office files are), RAR, 7z, xz, zstd, lz4
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18")
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
# PDF, PNG, JPEG, GIF, ELF, old Office files
_FOREIGN = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\xd0\xcf\x11\xe0")
_ARCHIVE = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n|filedesc:\S+ ")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROLOG = rb"(?>(?:<\?.*?\?>|<!--.*?-->|<!doctype\s+(?!html)[^<>\[]*(?:\[.*?\]\s*)?>|\s)*)"
_FEED_ROOT = re.compile(_PROLOG + rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I | re.S)
_LATE_FEED = re.compile(rb"<\?xml\s[^<>]*\?>" + _PROLOG + rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I | re.S)
_PAGE_ROOT = re.compile(rb"(?>(?:<\?.*?\?>|<!--.*?-->|\s)*)<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_PAGE_TAG = re.compile(rb"<(?:p|div|article|section|h[1-6]|main|span|a|ul|table|script|meta|br)\b[^<>]*>", re.I)
_HEAD = 4096


def guess_media_type(name: str, head: bytes) -> str:
    """The media type of a file from its name and its first bytes (some kilobytes are enough).

    The bytes decide where they are plain (gzip, WARC, HTML, a feed); else the name's suffix; else the bytes again.
    """
    certain = _certain(head)
    if certain is not None and certain is not Form.GZIP:
        return _TYPES[certain]
    lower = name.lower()
    by_name = next((kind for suffix, kind in _SUFFIXES if lower.endswith(suffix)), None)
    if certain is Form.GZIP:
        return by_name if by_name and _declared(by_name) is Form.WARC else "application/gzip"
    return by_name or _TYPES[sniff(head)]


def form_of(media_type: str, content: bytes) -> Form:
    """The reader that fits: the declared type's, unless it is unknown or the bytes plainly are something else."""
    declared = _declared(media_type)
    certain = _certain(content)
    if certain is not None:
        return Form.WARC if (declared, certain) == (Form.WARC, Form.GZIP) else certain
    if declared is Form.HTML and _opens_json(content):
        return Form.JSON
    if declared is Form.HTML and b"<" not in content and b"\x00" not in content[:_HEAD]:
        return Form.TEXT
    return declared or sniff(content)


def is_declared(media_type: str, form: Form) -> bool:
    """Whether the media type names that form."""
    return _declared(media_type) is form


def _declared(media_type: str) -> Form | None:
    return _FORMS.get(media_type.split(";", maxsplit=1)[0].strip().lower())


def sniff(content: bytes) -> Form:
    """What the bytes look like, with nothing known about them."""
    certain = _certain(content)
    if certain is not None:
        return certain
    head = _opening(content)
    if _opens_json(head):
        return Form.JSON
    if head.startswith(b"<?xml"):
        return Form.XML
    return Form.HTML if _PAGE_TAG.search(head) else Form.TEXT


def _certain(content: bytes) -> Form | None:
    """The form, where the opening bytes leave no doubt."""
    if content.startswith(b"\x1f\x8b"):
        return Form.GZIP
    if content.startswith(_PACKED) or _BZIP2.match(content):
        return Form.PACKED
    if content.startswith(_FOREIGN):
        return Form.FOREIGN
    head = _opening(content)
    if _ARCHIVE.match(head):
        return Form.WARC
    if _FEED_ROOT.match(head) or _LATE_FEED.search(head):
        return Form.XML
    return Form.HTML if _PAGE_ROOT.match(head) else None


def _opening(content: bytes) -> bytes:
    head = content[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.lstrip()


def _opens_json(content: bytes) -> bool:
    head = _opening(content)
    return bool(re.match(rb'(?:\{\s*["}]|\[\s*[\[{"\]])', head))
