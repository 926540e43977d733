import pytest

from app.model.media import guess_media_type


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("page.txt", b"Some text", "text/plain"),
        ("page.txt", b"<!DOCTYPE html><html>", "text/html"),
        ("page.html", b"<p>Hello", "text/html"),
        ("page.html.gz", b"\x1f\x8b\x08", "application/gzip"),
        ("pages.warc.gz", b"\x1f\x8b\x08", "application/warc"),
        ("pages.warc", b"WARC/1.1\r\n", "application/warc"),
        ("feed.xml", b'<?xml version="1.0"?>\n<!-- made by hand -->\n<feed xmlns="x">', "application/xml"),
        ("feed", b"<rss version='2.0'>", "application/xml"),
        ("record.json", b'{"headline": "T"}', "application/json"),
        ("record.jsonl", b'{"headline": "T"}\n{}', "application/x-ndjson"),
        ("record", b'{"headline": "T"}', "application/json"),
        ("page", b"\xef\xbb\xbf<html>", "text/html"),
        ("page", b"A fragment with <p>a tag</p>", "text/html"),
        ("page", b"Nothing special", "text/plain"),
        ("paper.pdf", b"%PDF-1.4", "application/octet-stream"),
    ],
)
def test_names_and_bytes_tell_the_media_type(name: str, head: bytes, expected: str):
    assert guess_media_type(name, head) == expected


def test_a_head_of_endless_comments_is_decided_quickly():
    assert guess_media_type("x", b"<?a?>" * 2000 + b"z") == "text/plain"
