"""Groups of articles by average linkage: the two groups whose articles are most alike on average become one, and so on.

After Sokal and Michener (1958; UPGMA), with one difference: how alike two groups must be grows with the size of the
smaller one. Two single reports of one event may have little in common, so little is asked of them. The average over
the many pairs of two groups of several articles hardly varies: between groups of one event it is high, and what is more
than chance but less than that comes of another event of the same kind.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

type Matrix = NDArray[np.float64]

# Up to so many articles in the smaller group the threshold itself is asked for; from so many on it grows no more.
FEW, MANY = 2, 16
GROWTH = 0.3


def grouped(
    likenesses: Matrix, comparable: Matrix, start: Sequence[Sequence[int]], threshold: float
) -> list[list[int]]:
    """The groups that these first ones become, each with its articles in order, by their first.

    `likenesses` and `comparable` (1 or 0: whether a pair is compared at all) are symmetric. Joins the best pair of
    groups until none reaches what is asked of it: so a group that came out comes out again from its own articles alone.
    """
    groups = [list(each) for each in start]
    inside = np.zeros((len(groups), len(likenesses)))
    for at, group in enumerate(groups):
        inside[at, group] = 1
    sums, pairs = inside @ (likenesses * comparable) @ inside.T, inside @ comparable @ inside.T
    sizes = inside.sum(axis=1)
    while len(groups) > 1:
        surplus = np.triu(_links(sums, pairs, sizes) / threshold, 1)
        one, other = divmod(int(surplus.argmax()), len(groups))
        if surplus[one, other] < 1:
            break
        groups[one] += groups.pop(other)
        sums, pairs = _folded(sums, one, other), _folded(pairs, one, other)
        sizes[one] += sizes[other]
        sizes = np.delete(sizes, other)
    return sorted(sorted(group) for group in groups)


def _links(sums: Matrix, pairs: Matrix, sizes: Matrix) -> Matrix:
    """Average likenesses between groups, as parts of what is asked of their sizes."""
    smaller = np.minimum(sizes[:, None], sizes[None, :])
    grown: Matrix = np.clip(smaller, FEW, MANY) / FEW
    links: Matrix = sums / np.maximum(pairs, 1) / grown**GROWTH
    return links


def _folded(matrix: Matrix, one: int, other: int) -> Matrix:
    """`matrix` with the row and column of `other` added to those of `one`."""
    matrix[one] += matrix[other]
    matrix[:, one] += matrix[:, other]
    return np.delete(np.delete(matrix, other, axis=0), other, axis=1)
