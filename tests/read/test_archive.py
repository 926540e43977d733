import gzip
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from app.model.document import PartForm
from app.model.errors import TooLarge, Unreadable
from app.read.archive import pages


def archive(*responses: tuple[str, bytes, dict[str, str]], compressed: bool = True) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for kind, payload, more in responses:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind), *more.items()], protocol="HTTP/1.1")
        url = "https://example.org/page"
        writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(payload), http_headers=headers))
    return out.getvalue()


@pytest.mark.parametrize("compressed", [True, False])
def test_html_responses_are_pages_and_the_rest_is_passed_over(compressed: bool):
    content = archive(
        ("text/html; charset=windows-1251", "<p>Міст</p>".encode("cp1251"), {}),
        ("image/png", b"\x89PNG", {}),
        ("text/html", gzip.compress(b"<p>zipped</p>"), {"Content-Encoding": "gzip"}),
        ("text/html", b"8\r\n<p>in</p\r\n1\r\n>\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
        compressed=compressed,
    )
    found = pages(content).parts
    assert [part.content for part in found] == ["<p>Міст</p>", "<p>zipped</p>", "<p>in</p>"]
    assert {part.form for part in found} == {PartForm.HTML}
    assert found[0].url == "https://example.org/page"


def test_pages_before_the_damage_are_kept():
    whole = archive(("text/html", b"<p>one</p>", {}), ("text/html", b"<p>two</p>" * 50, {}))
    assert pages(whole[:-40]).parts[0].content == "<p>one</p>"


def test_an_archive_without_pages_is_unreadable():
    with pytest.raises(Unreadable, match="no HTML page"):
        pages(archive(("image/png", b"\x89PNG", {})))


def test_an_archive_beyond_the_bound_is_too_large():
    with pytest.raises(TooLarge):
        pages(archive(("text/html", b"<p>" + b"x" * 5000, {})), at_most=1000)
