from app.extract.found import Found, words_of
from app.extract.full_names import full_names
from app.model.mention import EntityKind
from tests.extract.test_demonyms import tokens


def names_of(text: str, *places: tuple[int, int]) -> dict[str, str]:
    found = [Found(first, end, EntityKind.PERSON, 0.9) for first, end in places]
    named = full_names(tokens(text), found, text)
    return {" ".join(words_of(tokens(text), name)): full for name, full in named.items()}


def test_a_surname_is_its_only_bearers() -> None:
    assert names_of("Miriam Hale met Hale", (0, 2), (3, 4))["hale"] == "Miriam Hale"


def test_a_surname_of_two_is_nobodys() -> None:
    assert "hale" not in names_of("Miriam Hale met Joel Hale and Hale", (0, 2), (3, 5), (6, 7))


def test_a_surname_comes_before_the_same_first_name() -> None:
    assert names_of("Hale Berg met Miriam Hale and Hale", (0, 2), (3, 5), (6, 7))["hale"] == "Miriam Hale"


def test_the_longest_form_of_one_person_is_taken() -> None:
    assert names_of("Miriam Hale or Miriam J. Hale", (0, 2), (3, 6))["miriam hale"] == "Miriam J. Hale"


def test_a_title_tells_two_apart_and_one_from_another() -> None:
    both = "Anna Hale met Robert Hale and Mrs Hale"
    assert names_of(both, (0, 2), (3, 5), (7, 8))["hale"] == "Anna Hale"
    assert names_of("Robert Hale met Mrs Hale", (0, 2), (4, 5))["hale"] == "Mrs Hale"


def test_a_junior_is_not_his_father_who_bears_the_surname_alone() -> None:
    both = "Robert Hale met Robert Hale Jr. and Hale and Hale Jr."
    named = names_of(both, (0, 2), (3, 6), (7, 8), (9, 11))
    assert named == {
        "robert hale": "Robert Hale",
        "robert hale jr.": "Robert Hale Jr.",
        "hale": "Robert Hale",
        "hale jr.": "Robert Hale Jr.",
    }


def test_a_junior_whose_father_is_not_named_bears_the_surname() -> None:
    assert names_of("Robert Hale Jr. met Hale", (0, 3), (4, 5))["hale"] == "Robert Hale Jr."
    assert "hale" not in names_of("Robert Hale Jr. met Anna Hale and Hale", (0, 3), (4, 6), (7, 8))


def test_a_surname_is_his_who_alone_was_named_before() -> None:
    text = "Joel Hale won and Hale laughed until Miriam Hale met Hale"
    found = [Found(first, end, EntityKind.PERSON, 0.9) for first, end in ((0, 2), (4, 5), (7, 9), (10, 11))]
    named = full_names(tokens(text), found, text)
    assert [named.get(name) for name in found] == ["Joel Hale", "Joel Hale", "Miriam Hale", None]


def test_of_a_couple_both_have_the_surname() -> None:
    both = names_of("Neil and Sandra Hale met Hale and Neil", (0, 1), (2, 4), (5, 6), (7, 8))
    assert both == {"neil": "Neil Hale", "sandra hale": "Sandra Hale"}
    assert names_of("Neil and his wife Sandra Hale left", (0, 1), (4, 6))["neil"] == "Neil Hale"


def test_a_surname_before_and_is_no_given_name() -> None:
    assert names_of("Clinton and Tim Hale met Anna Clinton", (0, 1), (2, 4), (5, 7))["clinton"] == "Anna Clinton"
    assert "berg" not in names_of("Berg and Tim Hale left", (0, 1), (2, 4))


def test_the_first_words_of_a_longer_name_are_its_bearers() -> None:
    assert names_of("Nizam Rashid Salleh met Nizam Rashid", (0, 3), (4, 6))["nizam rashid"] == "Nizam Rashid Salleh"


def test_a_name_between_is_its_bearers_where_nobody_has_it_first_or_last() -> None:
    assert names_of("Mohd Faizal Abdul Wahid met Faizal", (0, 4), (5, 6))["faizal"] == "Mohd Faizal Abdul Wahid"
    assert names_of("Ana Rosa Berg met Rosa Dahl and Rosa", (0, 3), (4, 6), (7, 8))["rosa"] == "Rosa Dahl"
