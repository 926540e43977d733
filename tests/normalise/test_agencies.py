import pytest

from app.normalise.agencies import agencies_in, credited_in
from app.normalise.places import places_of


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Jane Roe and AFP", ("Agence France-Presse",)),
        ("By JANE ROE of The Associated Press", ("Associated Press",)),
        ("Jane Roe (AP)", ("Associated Press",)),
        ("Reuters Staff", ("Reuters",)),
        ("Von Anna Muster, dpa", ("Deutsche Presse-Agentur",)),
        ("Укринформ", ("Ukrinform",)),
        ("Jane Roe for AFP, Reuters and AP", ("Agence France-Presse", "Reuters", "Associated Press")),
        ("PA Smith", ()),
        ("Paula Press", ()),
        ("Ap Jansen", ()),
    ],
)
def test_agencies_are_told_from_people(line: str, agencies: tuple[str, ...]):
    assert agencies_in([line]) == agencies


@pytest.mark.parametrize(
    ("last", "agencies"),
    [
        ("Er ging nach Hause. (dpa/afp)", ("Deutsche Presse-Agentur", "Agence France-Presse")),
        ("Source: Reuters", ("Reuters",)),
        ("dpa", ("Deutsche Presse-Agentur",)),
        ("Mit Material von dpa und AFP", ("Deutsche Presse-Agentur", "Agence France-Presse")),
        ("He left the river (for good)", ()),
        ("The ministry told Reuters that the locks were open and would remain so for years to come.", ()),
    ],
)
def test_the_last_paragraph_may_credit_one(last: str, agencies: tuple[str, ...]):
    assert credited_in(["The locks are open.", last]) == agencies


@pytest.mark.parametrize(
    ("byline", "places"),
    [
        ("By Jane Roe and John Doe in Aldmouth", ("Aldmouth",)),
        ("Jane Roe in New Orva and John Doe in Velmar", ("New Orva", "Velmar")),
        ("Anna Muster aus Orva", ("Orva",)),
        ("Jane Roe, editor in chief", ()),
        ("Jane Roe", ()),
    ],
)
def test_a_byline_may_name_places(byline: str, places: tuple[str, ...]):
    assert places_of(byline) == places


def test_a_paragraph_of_brackets_is_read_in_time_linear_in_it():
    assert credited_in(["(!!)" * 50_000 + "a."]) == ()
    assert credited_in(["A long report. " * 50_000 + "(dpa/afp)"])[0] == "Deutsche Presse-Agentur"
