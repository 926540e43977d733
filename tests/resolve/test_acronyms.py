"""Acronyms by initials."""

import pytest

from app.resolve.acronyms import stands_for


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("CHA", "Central Harbour Authority"),
        ("C.H.A.", "the Central Harbour Authority"),
        ("OFN", "Office for Nets"),
        ("BHO", "Bureau of Harbours and Oceans"),
    ],
)
def test_initials_stand_for_the_name(short: str, long: str) -> None:
    assert stands_for(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [("CHA", "Central Authority"), ("Cha", "Central Harbour Authority"), ("H", "Harbour"), ("CHA", "CHA")],
)
def test_anything_else_does_not(short: str, long: str) -> None:
    assert not stands_for(short, long)
