import pytest

from app.attribute.assembly import content, kind
from app.attribute.layout import Layout
from app.attribute.quotations import quotations
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from app.model.quote import QuoteKind
from tests.attribute.tagging import span


def contents(text: str, *tagged: str, cue: str = "") -> list[str]:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    cues = [span(text, cue)] if cue else []
    return [
        found.of(text)
        for found in content(
            Layout(text, lines, quotations(text, lines)), [span(text, words) for words in tagged], cues
        )
    ]


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        ("He said that it leaked.", " that it leaked.", "that it leaked"),
        ("“It leaks,” he said.", "“It leaks,”", "“It leaks,”"),
        ("He said: “It leaks.”", ": “It leaks.”", "“It leaks.”"),
        ("He said it cost $3.5m.", "it cost $3.5m.", "it cost $3.5m"),
        ("Why does it leak? he asked.", "Why does it leak?", "Why does it leak"),
    ],
)
def test_outer_marks_of_the_sentence_are_left_off_and_those_of_the_quotation_kept(
    text: str, tagged: str, expected: str
) -> None:
    assert contents(text, tagged) == [expected]


def test_the_cue_is_cut_out_of_an_interrupted_quote() -> None:
    assert contents("The dam, he said, is old.", "The dam, he said, is old", cue="he said") == ["The dam", "is old"]


def test_a_quotation_left_open_goes_on_in_the_paragraphs_that_open_with_a_mark() -> None:
    text = "He said: “It leaks.\n\n“It has leaked for years.\n\n“Nobody came.”\n\n“Who are you?” she asked."
    assert contents(text, "“It leaks.") == ["“It leaks.", "“It has leaked for years.", "“Nobody came.”"]


def test_a_closed_quotation_does_not_go_on() -> None:
    text = "He said: “It leaks.”\n\n“Who are you?” she asked."
    assert contents(text, "“It leaks.”") == ["“It leaks.”"]


def test_no_span_crosses_a_paragraph() -> None:
    assert contents("He said it leaked.\n\nIt was old.", "it leaked.\n\nIt was old.") == ["it leaked", "It was old"]


def test_words_that_stand_for_what_was_said_are_no_content() -> None:
    assert contents("Asked to clarify, Marsh said the bank would hold.", "to clarify", cue="Asked") == []
    assert contents("Asked to clarify it by law, Marsh left.", "to clarify it by law", cue="Asked") != []


def test_marks_alone_are_no_content() -> None:
    assert contents("He said: “—”.", "“—”") == []


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("“It leaks,” he said.", ["“It leaks,”"], QuoteKind.DIRECT),
        ("He said it was “old”.", ["it was “old”"], QuoteKind.MIXED),
        ("He said it was old.", ["it was old"], QuoteKind.INDIRECT),
        ("“It leaks,” he said. “Badly.”", ["“It leaks,”", "“Badly.”"], QuoteKind.DIRECT),
        ("“It leaks,” he said, and badly.", ["“It leaks,”", "and badly"], QuoteKind.MIXED),
    ],
)
def test_the_kind_tells_how_much_stands_in_quotation_marks(text: str, said: list[str], expected: QuoteKind) -> None:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    assert kind(Layout(text, lines, quotations(text, lines)), [span(text, words) for words in said]) is expected


def test_words_quoted_in_a_quotation_do_not_go_on_with_it() -> None:
    text = "A neighbour said: “She would say, ‘Morning’.\n\n“I am heartbroken.”"
    assert contents(text, "‘Morning’.", cue="would say") == ["‘Morning’."]
