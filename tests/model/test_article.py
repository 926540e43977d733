from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.article import Article, ArticleKind
from app.model.span import Span

PASSAGES = ("Rain fell.", "The lock held.", "Nobody was hurt.", "The mayor spoke.")


@given(st.sets(st.integers(0, 3)), st.sampled_from(["", "Storm nears"]))
def test_the_own_body_is_what_is_read_nowhere_else(elsewhere: set[int], title: str) -> None:
    whole = Article(kind=ArticleKind.ARTICLE, title=title, body="\n\n".join(PASSAGES))
    starts = {at: whole.text.index(PASSAGES[at]) for at in sorted(elsewhere)}
    told = tuple(Span(start, start + len(PASSAGES[at])) for at, start in starts.items())
    own = [passage for at, passage in enumerate(PASSAGES) if at not in elsewhere]
    assert replace(whole, elsewhere=told).own_body.split() == " ".join(own).split()


def test_an_article_whose_every_word_is_its_own_is_compared_whole() -> None:
    whole = Article(kind=ArticleKind.ARTICLE, title="Storm nears", body="Rain fell.\n\nThe lock held.")
    assert (whole.own_body, whole.own_text) == (whole.body, whole.text)
