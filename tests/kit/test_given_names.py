import pytest

from app.kit.given_names import sex_of


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Helen Marsh", "f"),
        ("Helen", None),
        ("Mrs Ordway", "f"),
        ("José Ordway", "m"),
        ("María Ordway", "f"),
        ("Jürgen Ordway", "m"),
        ("Åsa Ordway", "f"),
        ("Anne-Marie Ordway", "f"),
        ("Hans-Peter Ordway", "m"),
        ("Jean-Marie Ordway", "m"),
        ("Min-jun Ordway", None),
        ("-Marie Ordway", None),
    ],
)
def test_a_given_name_tells_he_from_she_with_accents_or_without_and_doubled(name: str, sex: str | None) -> None:
    assert sex_of(name) == sex


@pytest.mark.parametrize("given", ["Ma", "Song", "Wei", "Andrea", "Nana", "Jean"])
def test_family_names_that_stand_first_and_names_of_both_sexes_tell_nothing(given: str) -> None:
    assert sex_of(f"{given} Ordway") is None
