import pytest

from app.attribute.layout import Layout
from app.attribute.relayed import relayed
from app.model.span import Span
from tests.attribute.tagging import tagged


@pytest.mark.parametrize(
    ("content", "cue", "source", "expected"),
    [
        ("Lars Holm as saying that it leaks", "quoted", "Lars Holm", "that it leaks"),
        ("it leaks", "quoted", "Helen Marsh", "it leaks"),
        ("Lars Holm as saying that it leaks", "said", "Helen Marsh", "Lars Holm as saying that it leaks"),
        ("Lars Holm as saying", "quoted", "Helen Marsh", "Lars Holm as saying"),
    ],
)
def test_words_are_theirs_whom_one_quotes_as_saying_them(content: str, cue: str, source: str, expected: str) -> None:
    text = f"Helen Marsh {cue} {content}."
    found = relayed(tagged(text, content=[content], source="Helen Marsh", cue=cue), Layout(text, [Span(0, 1)], []))
    assert [span.of(text) for span in found.source] == [source]
    assert [span.of(text) for span in found.content] == [expected]


def test_whom_may_stand_between_cue_and_content() -> None:
    text = "Helen Marsh quoted Lars Holm as saying that it leaks."
    found = tagged(text, content=["as saying that it leaks"], source="Helen Marsh", cue="quoted")
    told = relayed(found, Layout(text, [Span(0, len(text))], []))
    assert [span.of(text) for span in told.source] == ["Lars Holm"]
    assert [span.of(text) for span in told.content] == ["that it leaks"]


def test_as_saying_belongs_to_the_cue() -> None:
    text = "Helen Marsh quoted Lars Holm as saying that it leaks."
    found = tagged(text, content=["Lars Holm as saying that it leaks"], source="Helen Marsh", cue="quoted")
    told = relayed(found, Layout(text, [Span(0, len(text))], []))
    assert [span.of(text) for span in told.cue] == ["quoted", "as saying"]


def test_the_words_may_stand_before_and_the_hearer_behind() -> None:
    text = "“It leaks,” Helen Marsh quoted Lars Holm as telling her."
    said = "Lars Holm as telling her"
    told = relayed(
        tagged(text, content=["“It leaks,”", said], source="Helen Marsh", cue="quoted"), Layout(text, [Span(0, 1)], [])
    )
    assert [span.of(text) for span in told.source] == ["Lars Holm"]
    assert [span.of(text) for span in told.content] == ["“It leaks,”"]


def test_whom_they_were_told_to_is_no_part_of_the_words() -> None:
    text = "Helen Marsh quoted Lars Holm as telling her that it leaks."
    found = tagged(text, content=["Lars Holm as telling her that it leaks"], source="Helen Marsh", cue="quoted")
    told = relayed(found, Layout(text, [Span(0, 1)], []))
    assert [span.of(text) for span in told.content] == ["that it leaks"]
