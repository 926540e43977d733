from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attribute.quotations import quotations
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs


def article(text: str) -> Article:
    return Article(kind=ArticleKind.ARTICLE, title="", body=text)


def marked(text: str) -> list[str]:
    return [q.span.of(text) for q in quotations(text, paragraphs(article(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No," she said, "never."', ['"No,"', '"never."']),
        ("“No,” she said.", ["“No,”"]),
        ("„Nein“, said Marsh.", ["„Nein“"]),
        ("«Non», said Marsh.", ["«Non»"]),
        ("« Non », said Marsh. It was « a\u202fscandal ».", ["« Non »", "« a\u202fscandal »"]),
        ("News » Valley » He said it", []),
        ("''No,'' she said.", ["''No,''"]),
        ("``No,'' she said.", ["``No,''"]),
        ("‘No,’ she said.", ["‘No,’"]),
        ("'No,' she said.", ["'No,'"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”"]),
        ("The miners' wives' offer wasn't theirs.", []),
        ("The ’90s weren’t kind.", []),
        ('A 5" pipe and a 9" pipe.', []),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_slip_swallows_nothing() -> None:
    assert marked('He wrote "never and left.\n\n"Fine," she said.\n\nThe end.') == ['"never and left.', '"Fine,"']
    assert marked("He wrote “never and left.\n\nFine, she said.") == []


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“It rained. We left.\n\n“Then it stopped,” she said."
    assert [(q.span.of(text), q.open) for q in quotations(text, paragraphs(article(text)))] == [
        ("“It rained. We left.", True),
        ("“Then it stopped,”", False),
    ]


@given(st.text(alphabet=" ab.,\n\"'“”‘’„«»`", max_size=80))
def test_quotations_are_in_order_and_inside_one_paragraph(text: str) -> None:
    lines = paragraphs(article(text))
    found = quotations(text, lines)
    assert all(any(line.covers(q.span) for line in lines) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("‘It leaks.", "‘Nobody came.’", ["‘It leaks.", "‘Nobody came.’"]),
        ("She said: 'It leaks.", "'Nobody came.'", ["'It leaks.", "'Nobody came.'"]),
        ("She likes rock 'n roll.", "'Nobody came.'", ["'Nobody came.'"]),
        ("‘It leaks, she said.", "Nobody came.", []),
    ],
)
def test_a_single_mark_may_go_on_where_the_next_paragraph_repeats_it(
    first: str, second: str, expected: list[str]
) -> None:
    assert marked(first + "\n\n" + second) == expected
