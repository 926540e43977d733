from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from app.model.span import Span


def lines(title: str, body: str) -> list[str]:
    article = Article(kind=ArticleKind.ARTICLE, title=title, body=body)
    return [span.of(article.text) for span in paragraphs(article)]


def test_the_title_is_a_paragraph() -> None:
    assert lines("Storm nears", "It rained.\n\nIt stopped.") == ["Storm nears", "It rained.", "It stopped."]


def test_a_single_break_ends_a_paragraph() -> None:
    assert lines("", "It rained.\nIt stopped.") == ["It rained.", "It stopped."]


def test_a_line_wrapped_by_width_goes_on() -> None:
    first = "The harbour master said on Monday that the old ferry would"
    assert lines("", first + "\nnot sail.") == [first + "\nnot sail."]


def test_what_is_read_elsewhere_is_left_out() -> None:
    whole = Article(kind=ArticleKind.ARTICLE, title="Storm nears", body="It rained.\n\nIt stopped.\n\nIt rained again.")
    told = Span(whole.text.index("It stopped."), whole.text.index("\n\nIt rained again."))
    read = paragraphs(replace(whole, elsewhere=(told,)))
    assert [span.of(whole.text) for span in read] == ["Storm nears", "It rained.", "It rained again."]


@given(st.text(max_size=50), st.text(alphabet="ab. \n\t\x85\u2028", max_size=200))
def test_paragraphs_are_in_order_and_lose_no_word(title: str, body: str) -> None:
    article = Article(kind=ArticleKind.ARTICLE, title=title, body=body)
    found = paragraphs(article)
    assert "".join("".join(span.of(article.text).split()) for span in found) == "".join(article.text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
