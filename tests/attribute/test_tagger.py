from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.attribute.decoding import Tagged
from app.attribute.quotations import quotations
from app.attribute.tagger import Tagger
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from tests.language import tagger


def tag(text: str, by: Tagger) -> tuple[Tagged, ...]:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    return by.tag(text, lines, quotations(text, lines))


def test_a_cue_its_words_and_who_says_them() -> None:
    text = "The pump failed twice in March, Helen Marsh told the board on Friday."
    (found,) = tag(text, tagger())
    assert [span.of(text) for span in found.cue] == ["told"]
    assert [span.of(text) for span in found.content] == ["The pump failed twice in March"]
    assert [span.of(text) for span in found.source] == ["Helen Marsh"]


def test_another_loading_of_the_weights_gives_the_same_answer() -> None:
    text = "“It leaks,” Helen Marsh said. “It is old.”\n\nLars Holm denied that anybody came.\n\n" * 20
    assert tag(text, tagger()) == tag(text, Tagger.load())


PIECES = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=5),
    st.sampled_from([*"\"'“”„«»‘’`", "''", ",,", "\n", "\0", "\u200b", "e\u0301", "\ud800", "x" * 500, " Marsh said "]),
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_stand_in_order_inside_any_text(text: str) -> None:
    for found in tag(text, tagger()):
        spans = (*found.content, *found.source, *found.cue)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(found.content))
