import gzip
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from app.model.document import PartForm, Skipped
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
    found = pages(whole[:-40])
    assert found.parts[0].content == "<p>one</p>"
    assert [part.partial for part in found.parts] == [False, True][: len(found.parts)]
    assert found.skipped


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_record_that_is_cut_off_is_a_partial_page(pack: Callable[[bytes], bytes]):
    packed = pack(record(b"<p>two</p>" * 9))
    found = pages(pack(record()) + packed[:-15])
    assert [part.partial for part in found.parts] == [False, True]


def test_a_record_that_says_so_itself_is_a_partial_page():
    truncated = record().replace(b"WARC-Target-URI", b"WARC-Truncated: length\r\nWARC-Target-URI")
    assert [part.partial for part in pages(truncated + record()).parts] == [True, False]


def test_an_archive_without_pages_is_unreadable():
    with pytest.raises(Unreadable, match="no HTML page"):
        pages(archive(("image/png", b"\x89PNG", {})))


def test_an_archive_beyond_the_bound_is_too_large():
    with pytest.raises(TooLarge):
        pages(archive(("text/html", b"<p>" + b"x" * 5000, {})), at_most=1000)


def record(body: bytes = b"<p>one</p>", *, kind: str = "text/html", status: str = "200 OK", **more: str) -> bytes:
    """A WARC record by hand: `more` overrides what its header says."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n".encode()
    if "encoding" in more:
        http += f"Content-Encoding: {more['encoding']}\r\n".encode()
    if "transfer" in more:
        http += f"Transfer-Encoding: {more['transfer']}\r\n".encode()
    http += b"\r\n" + body
    head = f"{more.get('version', 'WARC/1.0')}\r\nWARC-Type: {more.get('type', 'response')}\r\n"
    head += f"WARC-Target-URI: {more.get('url', 'https://example.org/page')}\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {more.get('length', len(http))}\r\n\r\n".encode() + http + b"\r\n\r\n"


def texts(content: bytes) -> list[str]:
    return [part.content.strip() for part in pages(content).parts]


@pytest.mark.parametrize("version", ["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"])
def test_every_version_in_use_is_read(version: str):
    assert texts(record(version=version)) == ["<p>one</p>"]


def test_what_is_passed_over_is_counted_by_reason():
    content = b"".join([
        record(),
        record(kind="image/png"),
        record(kind="image/png"),
        record(kind="application/pdf"),
        record(status="404 Not Found"),
        record(type="revisit"),
        record(b"\x01\x02\x03\x04\x05\x06" * 9),
        record(type="request"),
    ])  # fmt: skip
    assert {one.reason: one.count for one in pages(content).skipped} == {
        "no HTML page (image/png)": 2,
        "no HTML page (application/pdf)": 1,
        "answer with status 404": 1,
        "page unchanged since an earlier capture (revisit)": 1,
        "page that is empty or in an unknown encoding": 1,
    }


def test_an_archive_of_pictures_says_what_it_holds():
    with pytest.raises(Unreadable, match=r"passed over: 2 × no HTML page \(image/png\)"):
        pages(record(kind="image/png") * 2)


@pytest.mark.parametrize(
    ("damaged", "kept"),
    [
        (record(length="100000"), ["<p>one</p>"]),
        (record(length="60"), ["<p>one</p>"]),
        (record(length="x"), []),
        (record() + b"rubbish\r\n\r\n", ["<p>one</p>"]),
        (record(encoding="br"), ["<p>one</p>"]),
        (record(encoding="unheard-of"), ["<p>one</p>"]),
    ],
)
def test_damage_in_one_record_does_not_reach_the_next(damaged: bytes, kept: list[str]):
    assert texts(damaged + record(b"<p>two</p>") + record(b"<p>three</p>")) == [*kept, "<p>two</p>", "<p>three</p>"]


@pytest.mark.parametrize("ending", [b"", b"damaged!"], ids=["no text", "damaged"])
def test_bodies_that_are_passed_over_count_for_the_bound_too(ending: bytes):
    packed = gzip.compress(bytes(600_000))
    body = packed[: len(packed) - len(ending)] + ending
    assert len(pages(record() + record(body, encoding="gzip"), at_most=1_000_000).parts) == 1
    with pytest.raises(TooLarge):
        pages(record() + record(body, encoding="gzip") * 2, at_most=1_000_000)


def test_a_damaged_gzip_member_is_counted_and_the_next_is_found():
    broken = bytearray(gzip.compress(record(b"<p>two</p>" * 9)))
    broken[12:30] = bytes(18)
    found = pages(gzip.compress(record()) + bytes(broken) + gzip.compress(record(b"<p>three</p>")))
    assert [part.content for part in found.parts] == ["<p>one</p>", "<p>three</p>"]
    assert found.skipped == (Skipped("damaged record", 1),)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"<p>one</p>", mtime=0)),
        ("br", bytes.fromhex("8b04803c703e6f6e653c2f703e03")),
        ("deflate", zlib.compress(b"<p>one</p>")),
        ("deflate", zlib.compress(b"<p>one</p>")[2:-4]),
    ],
)
def test_content_encodings_are_undone(encoding: str, body: bytes):
    assert texts(record(body, encoding=encoding)) == ["<p>one</p>"]


def test_a_response_that_expands_beyond_the_bound_is_too_large():
    with pytest.raises(TooLarge):
        pages(record(gzip.compress(b"0" * 100_000), encoding="gzip"), at_most=10_000)


@pytest.mark.parametrize(
    ("body", "page"),
    [
        (b"<p>one</p>", "<p>one</p>"),
        (b"4;of=2\r\n<p>o\r\n06 \r\nne</p>\r\n0\r\nExpires: 0\r\n\r\n", "<p>one</p>"),
        (b"4\n<p>o\n6\nne</p>\n0\n\n", "<p>one</p>"),
        (b"4\r\n<p>o\r\n3e8\r\nne</p>", "<p>one</p>"),
    ],
)
def test_chunks_are_put_together_where_there_are_any(body: bytes, page: str):
    assert texts(record(body, transfer="chunked") + record(b"<p>two</p>")) == [page, "<p>two</p>"]


def test_an_answer_of_no_chunks_is_empty():
    found = pages(record(b"0\r\n\r\n", transfer="chunked") + record())
    assert found.skipped == (Skipped("page that is empty or in an unknown encoding", 1),)


def test_an_address_in_angle_brackets_is_the_address():
    (page,) = pages(record(url="<https://example.org/page>")).parts
    assert page.url == "https://example.org/page"


ARC = b"filedesc://x.arc 0.0.0.0 20050101000000 text/plain 20\n1 0 An Archive\nURL \n\n"


def arc_record(body: bytes, kind: str = "text/html", length: int | None = None) -> bytes:
    http = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    line = f"http://example.org/a 192.0.2.1 20050101000000 {kind.split(';', maxsplit=1)[0]} {length or len(http)}\n"
    return line.encode() + http + b"\n"


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_arc_files_are_read_as_warc_files_are(packed: Callable[[bytes], bytes]):
    page = "<p>Мост</p>".encode("koi8-r")
    whole = [
        ARC,
        arc_record(page, "text/html; charset=koi8-r"),
        arc_record(b"GIF", "image/gif"),
        arc_record(b"<p>b</p>"),
    ]
    found = pages(b"".join(packed(one) for one in whole))
    assert [(part.content, part.url) for part in found.parts] == [
        ("<p>Мост</p>", "http://example.org/a"),
        ("<p>b</p>", "http://example.org/a"),
    ]
    assert found.skipped == (Skipped("no HTML page (image/gif)", 1),)


def test_an_arc_record_that_claims_too_much_ends_where_the_next_begins():
    assert texts(ARC + arc_record(b"<p>a</p>", length=9_999) + arc_record(b"<p>b</p>")) == ["<p>a</p>", "<p>b</p>"]
