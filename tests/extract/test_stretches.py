"""Names that the parser cuts short or in two."""

import pytest

from app.model.mention import EntityKind
from tests.extract.test_extract import mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Justice Datuk Salmah Mat Noor said she would not wait.", "Salmah Mat Noor"),
        ("Colonel-Major Abdoul Karim Sanda said the army was ready.", "Abdoul Karim Sanda"),
        ("Coach Dean Marlowe said the drop was bad luck.", "Dean Marlowe"),
        ("Detective Constable Ryan Holm of Kent Police said the fraud was cruel.", "Ryan Holm"),
        ('Mayor Corazon "Baby" Delos Santos said the city would wait.', 'Corazon "Baby" Delos Santos'),
        ("Minister of Tourism and Ports Marva Grant-Lewis said the fees would stay.", "Marva Grant-Lewis"),
    ],
)
def test_a_persons_name_is_whole(text: str, name: str) -> None:
    assert mentions(text)[name].entity_kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ohio State Patrol said the road was shut.", "Ohio State Patrol"),
        ("Marlhanger Parish Council said no.", "Marlhanger Parish Council"),
    ],
)
def test_an_authoritys_name_begins_with_its_place(text: str, name: str) -> None:
    assert mentions(text)[name].entity_kind is EntityKind.ORGANISATION
