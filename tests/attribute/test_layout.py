from app.attribute.layout import Layout
from app.attribute.quotations import quotations
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from app.model.span import Span


def layout(text: str) -> Layout:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    return Layout(text, lines, quotations(text, lines))


def test_an_offset_between_paragraphs_belongs_to_the_one_before() -> None:
    text = "It rained.\n\nIt leaked."
    assert [layout(text).line(offset) for offset in (0, 10, 11, 12, 20)] == [0, 0, 0, 1, 1]


def test_a_span_falls_into_its_paragraphs_without_what_opens_them() -> None:
    text = "It rained.\n\nOSLO, May 3 (Reuters) - It leaked."
    assert [part.of(text) for part in layout(text).by_line(Span(3, len(text)))] == ["rained.", "It leaked."]


def test_a_quotation_goes_on_while_paragraphs_open_with_a_mark_and_none_closes() -> None:
    text = "She said: “It leaks.\n\n“It is old.\n\n“Nobody came.”\n\n“Who?” he asked."
    shown = layout(text)
    assert [span.of(text) for span in shown.continuations(Span(0, 20))] == ["“It is old.", "“Nobody came.”"]


def test_marks_that_nobody_closes_carry_no_quote_through_a_whole_book() -> None:
    text = "\n\n".join(["“It leaks, he said."] * 1000)
    assert len(list(layout(text).continuations(Span(0, 5)))) == 100
