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
NONE = -1.0
"""No link: of a group with itself, or with one that became part of another."""


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
    links = _links(sums, pairs, sizes[:, None], sizes[None, :])
    np.fill_diagonal(links, NONE)
    while True:
        one, other = sorted(divmod(int(links.argmax()), len(groups)))
        if links[one, other] < threshold:
            return sorted(sorted(group) for group in groups if group)
        groups[one], groups[other] = groups[one] + groups[other], []
        sizes[one], sizes[other] = sizes[one] + sizes[other], 0
        for each in (sums, pairs):
            each[one] += each[other]
            each[:, one] = each[one]
        links[one] = np.where(sizes > 0, _links(sums[one], pairs[one], sizes[one], sizes), NONE)
        links[one, one] = NONE
        links[:, one] = links[one]
        links[other] = links[:, other] = NONE


def _links(sums: Matrix, pairs: Matrix, sizes: Matrix, others: Matrix) -> Matrix:
    """Average likenesses between groups, over how much more is asked of such sizes than of single articles."""
    grown: Matrix = np.clip(np.minimum(sizes, others), FEW, MANY) / FEW
    links: Matrix = sums / np.maximum(pairs, 1) / grown**GROWTH
    return links
