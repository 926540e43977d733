"""Keyset pages: the order of a list, the key to go on after, and a count that stops at a bound.

A walk by creation (`newest`, `oldest`) neither loses nor repeats a row that was there when it began, whatever is
written meanwhile, because ids are time-ordered and never change. Walks by publication or by name are as steady as that
value of the rows is.
"""

from enum import StrEnum

COUNT_BOUND = 10_000
"""How far `Page.total` counts."""


class Sort(StrEnum):
    """By creation: the order of the time-ordered ids."""

    NEWEST = "newest"
    OLDEST = "oldest"


class DatedSort(StrEnum):
    """By creation, or by publication: undated rows come last in `latest`, first in `earliest`."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LATEST = "latest"
    EARLIEST = "earliest"


class TextSort(StrEnum):
    """By creation, or by place in the text (`text`, which asks for one article)."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TEXT = "text"


class NamedSort(StrEnum):
    """By creation, or by folded name."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
