"""What the benchmarks measure does what it is measured for."""

import gzip
from pathlib import Path

from benchmarks.normalise import OURS, contenders
from benchmarks.pages import pages


def test_each_finds_something_on_every_page_of_ours() -> None:
    for name, read in contenders().items():
        assert all(read(page) for page in pages(None)), name


def test_ours_makes_articles() -> None:
    (article, *_), *_ = map(contenders()[OURS], pages(None)[-1:])
    assert article.title
    assert article.body


def test_pages_of_a_folder_are_read_packed_or_plain(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_bytes(b"<p>one</p>")
    (tmp_path / "two.html.gz").write_bytes(gzip.compress(b"<p>two</p>"))
    assert pages(tmp_path) == (b"<p>one</p>", b"<p>two</p>")
