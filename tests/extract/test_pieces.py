import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extract.pieces import LONGEST_PIECE, MOST_CHARACTERS, MOST_PIECES, pieces
from app.model.article import Article, ArticleKind
from app.model.errors import TooLarge


def article(body: str, title: str = "") -> Article:
    return Article(kind=ArticleKind.ARTICLE, title=title, body=body)


def test_the_title_does_not_run_into_the_body() -> None:
    assert [p.text for p in pieces(article("Rain fell.", title="Storm nears coast"))] == [
        "Storm nears coast",
        "Rain fell.",
    ]


def test_a_line_wrapped_by_width_is_one_paragraph() -> None:
    body = "The harbour master said on Monday that the ferry would not\nsail before Thursday.\nNext paragraph."
    assert [p.text for p in pieces(article(body))] == [
        "The harbour master said on Monday that the ferry would not sail before Thursday.",
        "Next paragraph.",
    ]


def test_datelines_and_times_stand_apart() -> None:
    found = pieces(
        article("OSLO, May 3 (Agency) - Rain fell.\n\n14:05 “Rain,” he said.\n\nRAIN - and more of it - fell.")
    )
    assert [p.text for p in found] == [
        "OSLO, May 3 (Agency) - ",
        "Rain fell.",
        "14:05 ",
        "“Rain,” he said.",
        "RAIN - ",
        "and more of it - fell.",
    ]


def test_ten_megabytes_without_a_blank_are_left_out() -> None:
    found = list(pieces(article("He said so.\n\n" + "x" * 10_000_000 + " The end.")))
    assert [p.text for p in found] == ["He said so.", " The end."]


def test_long_paragraphs_are_cut_at_the_end_of_a_sentence() -> None:
    found = list(pieces(article("One sentence of it. " * 1000)))
    assert all(len(p.text) <= LONGEST_PIECE for p in found)
    assert all(p.text.rstrip().endswith(".") for p in found)


@settings(max_examples=100)
@given(st.text(), st.text())
def test_offsets_hold_and_nothing_is_repeated(title: str, body: str) -> None:
    subject = article(body, title)
    end = 0
    for piece in pieces(subject):
        original = subject.text[piece.start : piece.start + len(piece.text)]
        assert piece.start >= end
        assert len(original) == len(piece.text)
        assert all(a == b or b in " \ufffd" for a, b in zip(original, piece.text, strict=True))
        end = piece.start + len(piece.text)


@pytest.mark.parametrize("body", ["word " * (MOST_CHARACTERS // 5 + 1), "a\n\n" * (MOST_PIECES + 1)])
def test_what_would_hold_a_worker_for_hours_is_refused_with_advice(body: str) -> None:
    with pytest.raises(TooLarge, match="split it"):
        pieces(article(body))
