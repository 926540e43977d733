from app.kit.given_names import sex_of
from app.kit.tables import rows, words


def test_comments_are_no_rows() -> None:
    table = rows("app.extract", "demonyms.tsv")
    assert ("Belgium", "Belgian") in table
    assert not any(row[0].startswith("#") for row in table)


def test_a_word_list_is_its_first_column() -> None:
    assert "minister" in words("app.extract", "roles.txt")


def test_a_full_name_may_tell_the_sex_and_a_lone_word_does_not() -> None:
    assert (sex_of("Maria Ekman"), sex_of("James Lind"), sex_of("Xu Lind"), sex_of("Maria")) == ("f", "m", None, None)
