"""Family names under their usual romanisations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolve.romanise import family_key, spellings


@pytest.mark.parametrize(
    "names",
    [
        ("Dubrovsky", "Dubrovskyy", "Dubrovskiy", "Dubrovskii", "Dubrovski"),
        ("Lomachenko", "Lomachenka"),
        ("Aleksandrov", "Alexandrov"),
        ("Kovalyov", "Kovaliov"),
        ("al-Hadid", "Al Hadid", "Hadid"),
        ("Petrovych", "Petrovich"),
    ],
)
def test_romanisations_of_one_name_share_a_key_and_find_each_other(names: tuple[str, ...]) -> None:
    assert len({family_key(name) for name in names}) == 1
    assert {family_key(spelling) for spelling in spellings(names[0])} == {family_key(names[0])}


def test_other_names_keep_their_own_key() -> None:
    assert len({family_key(name) for name in ("Levy", "Levi", "Young", "Yung", "Alba", "Ba")}) == 6


@given(st.text(max_size=30))
def test_any_string_has_a_key_and_few_spellings(name: str) -> None:
    assert isinstance(family_key(name), str)
    assert len(spellings(name)) <= 300
