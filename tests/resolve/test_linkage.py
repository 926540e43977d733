"""Average linkage, which asks the more of two groups the larger the smaller one is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolve.linkage import Matrix, grouped


def matrix(count: int, **likenesses: float) -> Matrix:
    """A symmetric matrix: `_01=0.5` is the likeness of the first two."""
    found = np.zeros((count, count))
    for pair, likeness in likenesses.items():
        one, other = int(pair[1]), int(pair[2])
        found[one, other] = found[other, one] = likeness
    return found


def all_alike(count: int, within: float, between: float) -> Matrix:
    """The first and the second half of so many."""
    half = np.arange(count) < count // 2
    return np.where(half[:, None] == half[None, :], within, between)


def singles(count: int) -> list[list[int]]:
    return [[at] for at in range(count)]


def alone(likenesses: Matrix, threshold: float = 0.1) -> list[list[int]]:
    count = len(likenesses)
    return grouped(likenesses, np.ones((count, count)), singles(count), threshold)


def test_the_most_alike_join_first_and_the_average_decides() -> None:
    assert alone(matrix(3, _01=0.5, _12=0.3, _02=0.0)) == [[0, 1, 2]]
    assert alone(matrix(3, _01=0.5, _12=0.15, _02=0.0)) == [[0, 1], [2]]


def test_what_is_below_the_threshold_stays_alone() -> None:
    assert alone(matrix(2, _01=0.09)) == [[0], [1]]


@pytest.mark.parametrize(("between", "groups"), [(0.15, 2), (0.2, 1)])
def test_more_is_asked_of_two_larger_groups(between: float, groups: int) -> None:
    assert len(alone(all_alike(20, 0.5, between))) == groups


def test_what_is_enough_for_two_articles_is_not_for_two_groups_of_ten() -> None:
    assert len(alone(all_alike(2, 0.5, 0.15))) == 1


def test_pairs_that_are_not_compared_count_neither_for_nor_against() -> None:
    comparable = np.ones((3, 3))
    comparable[0, 2] = comparable[2, 0] = 0
    likenesses = matrix(3, _01=0.5, _12=0.15, _02=0.9)
    assert grouped(likenesses, comparable, singles(3), 0.1) == [[0, 1, 2]]
    apart = matrix(2, _01=0.9)
    assert grouped(apart, np.eye(2), singles(2), 0.1) == [[0], [1]]


def test_what_is_together_from_the_start_stays_together() -> None:
    assert grouped(matrix(3), np.ones((3, 3)), [[0, 2], [1]], 0.1) == [[0, 2], [1]]


def test_nothing_and_a_single_article_are_what_they_are() -> None:
    assert alone(matrix(1)) == [[0]]


@given(st.integers(2, 12), st.integers(0, 2**32 - 1))
def test_each_group_comes_out_again_from_its_own_articles(count: int, seed: int) -> None:
    chances = np.random.default_rng(seed).random((count, count)) / 3
    likenesses = (chances + chances.T) / 2
    found = alone(likenesses)
    assert sorted(at for group in found for at in group) == list(range(count))
    for group in found:
        assert alone(likenesses[np.ix_(group, group)]) == [list(range(len(group)))]
