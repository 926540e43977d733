import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.normalise.datelines import dateline_of


@pytest.mark.parametrize(
    ("paragraph", "text", "places", "day", "agency"),
    [
        ("ORVA/THE QUAYS, March 7 (Reuters) - Envoys met.", "ORVA/THE QUAYS, March 7 (Reuters) -",
         ("ORVA", "THE QUAYS"),
         "March 7", "Reuters"),
        ("ALDMOUTH, Orvania (AP) — The locks", "ALDMOUTH, Orvania (AP) —", ("ALDMOUTH, Orvania",), None,
         "Associated Press"),
        ("VELMORE, 7 mars (AFP) - Le fleuve", "VELMORE, 7 mars (AFP) -", ("VELMORE",), "7 mars",
         "Agence France-Presse"),
        ("ОРВА, 7 марта. /ТАСС/. Министр", "ОРВА, 7 марта. /ТАСС/.", ("ОРВА",), "7 марта", "TASS"),
        ("(ANSA) - ORVA, 07 MAR - Il fiume", "(ANSA) - ORVA, 07 MAR -", ("ORVA",), "07 MAR",
         "Agenzia Nazionale Stampa Associata"),
        ("Orva/Velmar (dpa/afp) - Die Schleusen", "Orva/Velmar (dpa/afp) -", ("Orva", "Velmar"), None,
         "Deutsche Presse-Agentur"),
        ("New Orva, Mar 7 (PTI) The locks", "New Orva, Mar 7 (PTI)", ("New Orva",), "Mar 7", "Press Trust of India"),
        ("By Jane Roe ALDMOUTH, March 7 (Reuters) - Envoys met.", "By Jane Roe ALDMOUTH, March 7 (Reuters) -",
         ("ALDMOUTH",), "March 7", "Reuters"),
        ("ALDMOUTH — The locks are open.", "ALDMOUTH —", ("ALDMOUTH",), None, None),
    ],
)  # fmt: skip
def test_a_dateline_is_taken_apart(paragraph: str, text: str, places: tuple[str, ...], day: str, agency: str):
    dateline = dateline_of([paragraph])
    assert dateline is not None
    assert (dateline.text, dateline.places, dateline.day, dateline.agency) == (text, places, day, agency)
    assert paragraph.startswith(dateline.text)


@pytest.mark.parametrize(
    "paragraph",
    [
        "BREAKING — The locks are open.",
        "ORNC — the river commission — met on Thursday.",
        "The minister (Reuters) - so far silent - spoke.",
        "Aldmouth (the capital) - quiet until now - woke up.",
        "FROD-19 — The illness spreads.",
        "ORNC — The river commission met. ORNC members came from far.",
        "By Jane Roe Aldmouth, March 7 (Reuters) - Envoys met.",
        "Nobody came.",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(paragraph: str):
    assert dateline_of([paragraph]) is None


def test_a_standfirst_may_stand_above_it():
    dateline = dateline_of(["The commission met in private.", "ORVA, March 7 (Reuters) - Envoys met."])
    assert dateline is not None
    assert dateline.places == ("ORVA",)


@given(st.text(alphabet="ABc -—/(),.7\nMarch", max_size=80))
def test_its_words_are_always_those_that_the_paragraph_begins_with(paragraph: str):
    dateline = dateline_of([paragraph])
    assert dateline is None or paragraph.startswith(dateline.text)
