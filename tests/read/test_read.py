import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.document import PartForm
from app.model.errors import TooLarge, Unreadable
from app.read import read
from tests.read.documents import document

TYPES = (
    "", "text/plain", "text/html", "application/json", "application/x-ndjson", "application/rss+xml",
    "application/gzip", "application/warc", "application/octet-stream", "nonsense",
)  # fmt: skip
CHARSETS = (None, "utf-8", "utf-16", "cp1251", "rot13", "?")
PAGE = b'<!doctype html><html><head><meta charset="windows-1251"><title>T</title></head><body><p>Text</p></body></html>'


def test_a_text_is_one_part_with_the_documents_address():
    (part,) = read(document("The bridge is open.", "text/plain")).parts
    assert (part.form, part.content, part.url) == (PartForm.TEXT, "The bridge is open.", "https://example.org/page")


def test_newlines_are_made_one_kind():
    (part,) = read(document("one\r\ntwo\rthree\u2028four", "text/plain")).parts
    assert part.content == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("declared", ["", "text/plain", "application/octet-stream", "application/json"])
def test_a_page_is_read_as_html_whatever_it_was_declared(declared: str):
    (part,) = read(document(PAGE, declared)).parts
    assert part.form is PartForm.HTML


def test_a_text_declared_as_html_without_a_tag_is_text():
    (part,) = read(document("No tag at all.", "text/html")).parts
    assert part.form is PartForm.TEXT


def test_a_gzipped_page_is_expanded():
    (part,) = read(document(gzip.compress(PAGE), "application/octet-stream")).parts
    assert part.form is PartForm.HTML
    assert "<p>Text</p>" in part.content


def test_a_gzip_bomb_is_too_large():
    with pytest.raises(TooLarge, match="64 MB"):
        read(document(gzip.compress(b"0" * 70_000_000, compresslevel=1)))


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("content", [b"", b" \n\t ", gzip.compress(b"", mtime=0)])
def test_nothing_is_unreadable(media_type: str, content: bytes):
    with pytest.raises(Unreadable):
        read(document(content, media_type))


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04zip", b"\x00" * 1000])
def test_what_is_no_text_says_what_to_send_instead(content: bytes):
    with pytest.raises(Unreadable, match="send"):
        read(document(content, "text/plain"))


def test_a_text_that_only_looks_like_json_is_text():
    (part,) = read(document('["Quote" at the start, said the editor.')).parts
    assert part.form is PartForm.TEXT


def test_deep_json_is_unreadable():
    with pytest.raises(Unreadable, match="deep"):
        read(document("[" * 200_000, "application/json"))


def test_the_page_of_an_xhtml_document_is_html():
    (part,) = read(document('<?xml version="1.0"?><html><body><p>x</p></body></html>', "application/xml")).parts
    assert part.form is PartForm.HTML


@settings(max_examples=150)
@given(
    st.binary(max_size=400), st.sampled_from(TYPES), st.sampled_from([None, "utf-8", "utf-16", "cp1251", "rot13", "?"])
)
def test_any_bytes_are_read_or_refused_in_a_sentence(content: bytes, media_type: str, charset: str | None):
    check(content, media_type, charset)


SEEDS = (
    PAGE,
    gzip.compress(PAGE),
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>O</title><item><title>T</title></item></channel></rss>',
    json.dumps([{"headline": "T", "body_text": "Words."}, {"title": "U", "content_html": "<p>x</p>"}]).encode(),
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
    "“Mixed” text\ud800 with \x00 and a lone surrogate".encode("utf-8", "surrogatepass"),
)


@settings(max_examples=150)
@given(st.sampled_from(SEEDS), st.integers(0, 400), st.binary(max_size=12), st.sampled_from(TYPES))
def test_damaged_documents_are_read_or_refused_in_a_sentence(seed: bytes, at: int, noise: bytes, media_type: str):
    check(seed[:at] + noise + seed[at + len(noise) :], media_type, None)


def check(content: bytes, media_type: str, charset: str | None) -> None:
    try:
        parts = read(document(content, media_type, charset)).parts
    except (Unreadable, TooLarge) as refusal:
        sentence = str(refusal)
    else:
        sentence = ""
        assert parts
    if sentence:
        assert sentence.endswith(".")
        return
    for part in parts:
        assert "\x00" not in part.content
        assert "\r" not in part.content
        part.content.encode()
