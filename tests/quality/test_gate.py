"""The gate: on our own gold no figure is under its floor. See README.md for what to do when it is."""

from tests.quality.floors import RENEW, Floors, below
from tools.quality.gold import digest, measured


def test_the_floors_belong_to_this_gold() -> None:
    assert Floors.read().gold == digest(), f"tests/quality/gold/test changed: renew the floors with {RENEW}"


def test_no_figure_is_under_its_floor() -> None:
    floors = Floors.read()
    overall, phenomena = measured()
    sunk = {**below(overall, floors.overall), **below(phenomena, floors.phenomena)}
    assert sunk == {}, f'lower a floor only with a reason: {RENEW} --lower "reason"'
    assert set(overall) == set(floors.overall), f"new figures have no floor yet: {RENEW}"
    assert set(phenomena) == set(floors.phenomena), f"new phenomena have no floor yet: {RENEW}"
