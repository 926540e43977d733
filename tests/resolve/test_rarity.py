"""TF-IDF vectors and their likenesses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolve.rarity import likenesses, rarity, shared_terms


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1), st.integers(0, 10_000))
def test_the_very_same_terms_are_wholly_alike(terms: dict[str, int], total: int) -> None:
    frequency = dict.fromkeys(terms, 1)
    unit = rarity(terms.keys(), (), total, frequency).unit(terms)
    assert sum(weight * weight for weight in unit.values()) == pytest.approx(1.0)


def test_a_term_tells_the_more_the_fewer_articles_have_it() -> None:
    rare = rarity({"ferry", "harbour"}, (), total=100, frequency={"ferry": 2, "harbour": 60})
    assert rare.weights["ferry"] > rare.weights["harbour"] > 0


def test_a_term_that_one_article_has_alone_counts_less_in_a_large_store() -> None:
    terms = {"ferry": 1, "misprint": 1}
    small, large = (rarity(terms.keys(), (), total, {"ferry": 2}).unit(terms)["ferry"] for total in (10, 10_000))
    assert small < large


def test_one_shared_term_is_chance() -> None:
    pair = likenesses([{"a": 0.6, "b": 0.8}, {"a": 0.6, "c": 0.8}])
    assert pair[0, 1] == 0
    pair = likenesses([{"a": 0.6, "b": 0.8}, {"a": 0.6, "b": 0.8}])
    assert pair[0, 1] == pytest.approx(1.0)


def test_the_terms_that_make_alike_are_named_the_weightiest_first() -> None:
    own = {"ferry": 0.8, "pier": 0.6, "fog": 0.1}
    assert shared_terms(own, [{"pier": 0.9, "ferry": 0.1}, {"pier": 0.5}], 2) == ["pier", "ferry"]
