"""Conditions that recur in filters."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, any_, func, literal, literal_column
from sqlalchemy.dialects.postgresql import ARRAY


def within(column: ColumnElement[Any], start: datetime | None, end: datetime | None) -> list[ColumnElement[bool]]:
    """`column` is not before `start` and is before `end`, where those are given; an unknown time is in no range."""
    conditions = []
    if start is not None:
        conditions.append(column >= start)
    if end is not None:
        conditions.append(column < end)
    return conditions


def matches(vector: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """A web search ("missile -test", "\\"exact words\\""), with English stemming and stop words."""
    return vector.bool_op("@@")(func.websearch_to_tsquery(literal_column("'english'"), words))


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """`column` is one of the values, however many: they travel as one array, where IN takes 65,535 at most."""
    return column == any_(literal(list(values), ARRAY(column.type)))
