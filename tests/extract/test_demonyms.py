from collections import Counter

import pytest

from app.extract.demonyms import country_of, demonyms
from app.kit.tables import rows
from app.model.syntax import Token


def tokens(text: str) -> tuple[Token, ...]:
    result, at = [], 0
    for word in text.split():
        result.append(Token(at, word, word, "PROPN", "NNP", "dep", len(result), 0))
        at += len(word) + 1
    return tuple(result)


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Belarusian", "Belarus"),
        ("Russians", "Russia"),
        ("Dutchmen", "Netherlands"),
        ("Chinese", "China"),
        ("Filipinos", "Philippines"),
        ("polish", None),
        ("Londoner", None),
    ],
)
def test_an_adjective_or_inhabitant_has_a_country(word: str, country: str | None) -> None:
    assert country_of(word) == country


def test_the_longest_form_wins() -> None:
    found = list(demonyms(tokens("South Korean and Sri Lankan ships"), frozenset()))
    assert [(d.first, d.end, d.country) for d in found] == [(0, 2, "South Korea"), (3, 5, "Sri Lanka")]


def test_tokens_of_names_are_left_alone() -> None:
    assert not list(demonyms(tokens("British Airways"), {0, 1}))


def test_no_form_stands_for_two_countries() -> None:
    table = rows("app.extract", "demonyms.tsv")
    forms = Counter(form for _, printed in table for form in printed.split("|"))
    assert len(table) >= 195
    assert [form for form, count in forms.items() if count > 1] == []
