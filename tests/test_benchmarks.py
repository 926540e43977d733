"""What the benchmarks measure does what it is measured for."""

from benchmarks.normalise import OURS, contenders
from benchmarks.pages import pages


def test_each_finds_something_on_every_page_of_ours() -> None:
    for name, read in contenders().items():
        assert all(read(page) for page in pages(None)), name


def test_ours_makes_articles() -> None:
    (article, *_), *_ = map(contenders()[OURS], pages(None)[-1:])
    assert article.title
    assert article.body
