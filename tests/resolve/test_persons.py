"""When two printed names can be one person's."""

import pytest

from app.resolve.persons import family_alone, likeness, person_name, same_family_alone


def like(one: str, other: str) -> float | None:
    found = likeness(person_name(one), person_name(other))
    return found.score if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Malkin", "Sergei Malkin"),
        ("Anton Dubrovsky", "Anton Dubrovskyy"),
        ("Anton Dubrovskiy", "Anton Dubrovskii"),
        ("Aleksandr Horbach", "Alexander Horbach"),
        ("Viktor Lomachenka", "Viktor Lomachenko"),
        ("Joe Tarrant", "Joseph Tarrant"),
        ("Bill Oakes", "William Oakes"),
        ("V. Malkin", "Vladimir Malkin"),
        ("J.D. Harrow", "John David Harrow"),
        ("Joseph R. Tarrant", "Joseph Tarrant"),
        ("Nouri al-Hadid", "Nuri Al Hadid"),
        ("Dr Ana Pires", "Ana Pires"),
    ],
)
def test_forms_of_one_name_agree_but_less_surely_than_the_same_name(one: str, other: str) -> None:
    score = like(one, other)
    assert score is not None
    assert score == like(other, one)
    assert score < 1.0 or person_name(one).printed == person_name(other).printed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Tarrant", "Jane Tarrant"),
        ("Volodymyr Malkin", "Vladimir Malkin"),
        ("Oleksandr Horbach", "Alexander Horbach"),
        ("George W. Oakes", "George H. W. Oakes"),
        ("Robert Oakes Jr.", "Robert Oakes Sr."),
        ("Ana Pires", "Ana Peres"),
        ("Tarrant", "John Tarrant"),
        ("Mr J. Tarrant", "Julia Tarrant"),
        ("Mr Kim Tarrant", "Mrs Kim Tarrant"),
    ],
)
def test_names_that_contradict_each_other_never_agree(one: str, other: str) -> None:
    assert like(one, other) is None


def test_every_agreement_says_what_it_rests_on() -> None:
    found = likeness(person_name("Joe Dubrovsky"), person_name("Joseph Dubrovskyy"))
    assert found is not None
    assert found.reason == (
        "“Joe” and “Joseph” are forms of one given name; “Dubrovsky” and “Dubrovskyy” romanise one family name"
    )


def test_a_name_is_taken_apart_with_its_particles_and_without_its_titles() -> None:
    name = person_name("Sen. Clara van der Meulen")
    assert (name.printed, name.given, name.family_printed) == ("Clara van der Meulen", ("clara",), "van der Meulen")


def test_a_family_name_alone_fits_its_bearer_and_stands_first_where_it_does() -> None:
    assert family_alone(person_name("Malkin"), person_name("Sergey Malkin"))
    assert family_alone(person_name("Zhao"), person_name("Zhao Meiling"))
    assert not family_alone(person_name("Sergey"), person_name("Sergey Malkin"))


def test_a_capital_al_is_an_article_where_the_full_name_has_one_too() -> None:
    for full in ("Nuri Al Hadid", "Nuri al-Hadid"):
        assert family_alone(person_name("Al Hadid"), person_name(full))
    assert family_alone(person_name("al-Hadid"), person_name("Nuri Hadid"))
    assert not family_alone(person_name("Al Marlow"), person_name("Franni Marlow"))


def test_a_junior_keeps_his_suffix_and_is_not_his_father() -> None:
    name = person_name("Mr Robert Oakes Jr.")
    assert (name.printed, name.family_printed, name.suffix) == ("Robert Oakes Jr.", "Oakes", "jr")
    assert like("Robert Oakes Jr.", "Robert Oakes") is None
    assert like("Robert Oakes Jr.", "Robert Oakes Jr") == 1.0
    assert family_alone(person_name("Oakes Jr."), name)
    assert family_alone(person_name("Oakes"), name)
    assert not family_alone(person_name("Oakes Jr."), person_name("Robert Oakes"))
    assert not same_family_alone(person_name("Oakes Jr."), person_name("Oakes"))
    assert person_name("Harald IV").given == ("harald",)


def test_a_title_of_the_other_sex_tells_a_family_name_from_its_namesake() -> None:
    assert not family_alone(person_name("Mrs Crane"), person_name("Simon Crane"))
    assert family_alone(person_name("Mr Crane"), person_name("Simon Crane"))
    assert not same_family_alone(person_name("Mrs Crane"), person_name("Mr Crane"))
    assert same_family_alone(person_name("Mrs Crane"), person_name("Crane"))
