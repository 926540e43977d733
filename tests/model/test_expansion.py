import gzip
from collections.abc import Callable

import pytest

from app.model.errors import TooLarge, Unreadable
from app.model.expansion import bound_expansion
from tests import bombs

GZ = "application/gzip"
PAGE = b"<html><p>The harbour stays open.</p></html>"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(bombs.GZIP, id="one gzip"),
        pytest.param(gzip.compress(bombs.GZIP), id="one in another"),
        pytest.param(gzip.compress(bytes(7_000_000)) * 10, id="many members"),
        pytest.param(gzip.compress(bombs.feed("", "") + bytes(70_000_000), compresslevel=1), id="a feed"),
    ],
)
@pytest.mark.parametrize("media_type", [GZ, "text/html", "application/warc"])
def test_what_gzip_expands_beyond_the_bound_is_too_large(content: bytes, media_type: str):
    with pytest.raises(TooLarge, match="64 MB: split it"):
        bound_expansion(content, media_type)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda feed: gzip.compress(gzip.compress(feed))])
@pytest.mark.parametrize(
    "bomb", [bombs.LAUGHS, bombs.LONG_AND_OFTEN, bombs.PADDED, bombs.OF_A_FILE, *bombs.DISGUISED.values()]
)
def test_entities_that_multiply_are_refused_in_gzip_too(pack: Callable[[bytes], bytes], bomb: bytes):
    with pytest.raises(Unreadable, match="DOCTYPE"):
        bound_expansion(pack(bomb), "application/octet-stream")


def test_entities_that_multiply_are_seen_in_sixteen_bits():
    with pytest.raises(Unreadable, match="DOCTYPE"):
        bound_expansion(bombs.LAUGHS.decode().encode("utf-16"), "application/rss+xml")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PAGE, id="a page"),
        pytest.param(gzip.compress(PAGE * 1_000_000), id="43 MB"),
        pytest.param(gzip.compress(gzip.compress(PAGE)), id="twice"),
        pytest.param(b"".join(gzip.compress(b"WARC/1.0\r\n\r\n" + PAGE) for _ in range(10_000)), id="an archive"),
        pytest.param(gzip.compress(PAGE)[:-9], id="cut off"),
        pytest.param(b"\x1f\x8b\x08rubbish", id="damaged"),
        pytest.param(b"\x1f\x8b", id="no more than a sign"),
        pytest.param(bombs.SIGNS, id="entities for signs"),
        pytest.param(bombs.OLD_RSS, id="a DOCTYPE"),
        pytest.param(gzip.compress(bombs.OLD_RSS), id="a DOCTYPE in gzip"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_within_the_bounds_or_damaged_is_for_the_reader(content: bytes):
    bound_expansion(content, "application/octet-stream")


def test_a_text_that_only_tells_of_entities_is_a_text():
    bound_expansion(bombs.ABOUT_LAUGHS, "text/plain")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_other_packing_is_refused_with_what_to_do(pack: Callable[[bytes], bytes]):
    with pytest.raises(Unreadable, match="in one gzip"):
        bound_expansion(pack(b"PK\x03\x04page.html"), "text/html")


def test_a_third_gzip_is_refused():
    with pytest.raises(Unreadable, match="in one gzip"):
        bound_expansion(gzip.compress(gzip.compress(gzip.compress(PAGE))), GZ)


def test_more_members_than_anybody_writes_are_too_much_be_they_empty():
    with pytest.raises(TooLarge, match="pack it in one"):
        bound_expansion(gzip.compress(gzip.compress(b"") * 1_300_000), GZ)


def test_many_small_members_are_one_file():
    bound_expansion(gzip.compress(b"x") * 100_000, GZ)
