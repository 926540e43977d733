"""Keyset pages: the order of a list, the key to go on after, and a count that stops at a bound.

A walk by creation (`newest`, `oldest`) neither loses nor repeats a row that was there when it began, whatever is
written meanwhile, because ids are time-ordered and never change. Walks by publication or by name are as steady as that
value of the rows is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, tuple_

from app.store.records import Page
from app.store.session import Session

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


@dataclass(frozen=True, slots=True)
class Order:
    """Columns that put rows in a total order, the last of them unique, all of them in one direction."""

    columns: tuple[ColumnElement[Any], ...]
    descending: bool = False

    def after(self, key: tuple[str, ...]) -> ColumnElement[bool]:
        """Rows that come after the row with this key. Raises `ValueError` for a key of another order."""
        if len(key) != len(self.columns):
            raise ValueError(f"this order has keys of {len(self.columns)} parts, not {len(key)}")
        values = tuple_(*(literal(_parsed(part, c), c.type) for part, c in zip(key, self.columns, strict=True)))
        return tuple_(*self.columns) < values if self.descending else tuple_(*self.columns) > values

    def by(self) -> list[ColumnElement[Any]]:
        return [column.desc() if self.descending else column.asc() for column in self.columns]


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list: what comes after this key (None: from the start), so many rows."""

    after: tuple[str, ...] | None
    limit: int


def paged[T](
    session: Session, query: Select[Any], order: Order, cut: Cut, build: Callable[[Sequence[Row[Any]]], Sequence[T]]
) -> Page[T]:
    """The rows of `query` in `order`, as `cut` says, made records by `build` (all at once, in the same order)."""
    total = _counted(session, query)
    keys = [column.label(f"key_{place}") for place, column in enumerate(order.columns)]
    rest = query if cut.after is None else query.where(order.after(cut.after))
    found = session.execute(rest.add_columns(*keys).order_by(*order.by()).limit(cut.limit + 1)).all()
    rows = found[: cut.limit]
    more = len(found) > cut.limit and rows
    return Page(
        items=tuple(build(rows)),
        next=tuple(_written(getattr(rows[-1], key.name)) for key in keys) if more else None,
        total=min(total, COUNT_BOUND),
        total_exact=total <= COUNT_BOUND,
    )


def _counted(session: Session, query: Select[Any]) -> int:
    bounded = query.with_only_columns(literal(1), maintain_column_froms=True).limit(COUNT_BOUND + 1).subquery()
    count: int = session.execute(select(func.count()).select_from(bounded)).scalar_one()
    return count


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _parsed(text: str, column: ColumnElement[Any]) -> object:
    kind = column.type.python_type
    if kind is datetime:
        return datetime.fromisoformat(text)
    return kind(text) if kind in (UUID, int) else text
