import pytest

from app.model.mention import EntityKind
from tests.extract.test_extract import mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwegian air force said the mast was cut.", "Norwegian air force"),
        ("Norway’s defence ministry said the mast was cut.", "Norway’s defence ministry"),
        ("The U.N. migration agency said the mast was cut.", "U.N. migration agency"),
    ],
)
def test_whose_an_institution_is_names_it(text: str, name: str) -> None:
    assert mentions(text)[name].entity_kind is EntityKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the mast was cut.",
        "The interior ministry said the mast was cut.",
        "A Norwegian ministry said the mast was cut.",
        "His foreign ministry said the mast was cut.",
        "Norwegian army officers said the mast was cut.",
    ],
)
def test_a_noun_for_a_body_alone_names_none(text: str) -> None:
    assert not any(found.entity_kind is EntityKind.ORGANISATION for found in mentions(text).values())


def test_an_institution_is_the_body_whose_name_has_its_words() -> None:
    found = mentions(
        "The Ministry of Defence of Norway said no. Later, Norway’s defence ministry said the mast was cut."
    )
    assert found["Norway’s defence ministry"].name == "Ministry of Defence of Norway"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Guards’ and Signallers’ Union said it has had no word.", "Guards’ and Signallers’ Union"),
        ("The Kelbrook Courier reported that the mill had been let.", "Kelbrook Courier"),
        ("The scooter was found. Police Scotland said it was recovered by divers.", "Police Scotland"),
    ],
)
def test_a_name_that_ends_in_a_noun_for_a_body_is_whole(text: str, name: str) -> None:
    assert mentions(text)[name].entity_kind is EntityKind.ORGANISATION
