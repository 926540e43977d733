"""The difference between the rows that are stored and the rows that are wanted, and writing no more than that."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, RowMapping, Table, bindparam, delete, insert, select, update

from app.kit.ids import new_id
from app.store.deriving.rows import Row
from app.store.searching import among
from app.store.session import Session

type Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sibling:
    """In a wanted row: the id of another wanted row, known by its natural key. Of the row itself it is no reference."""

    key: Key


@dataclass(frozen=True, slots=True)
class Difference:
    """What must be written to `table`. `ids` are those of all wanted rows, by natural key."""

    table: Table
    ids: Mapping[Key, UUID]
    gone: Sequence[UUID] = ()
    changed: Sequence[Row] = field(default=())
    new: Sequence[Row] = ()

    @property
    def written(self) -> set[UUID]:
        """The ids of the rows that are changed or new."""
        return {row["id"] for row in (*self.changed, *self.new)}


def difference(
    session: Session, table: Table, scope: ColumnElement[bool], key: Sequence[str], wanted: Sequence[Row]
) -> Difference:
    """Compare the rows of `table` in `scope` with the wanted ones by their natural key (a wanted one may bring its id).

    `article_length` is not compared: it follows the article's by itself.
    """
    names = {"id", *key, *(wanted[0] if wanted else ())}
    stored = {natural_key(row, key): row for row in _stored(session, table, scope, names)}
    by_key: dict[Key, Row] = {}
    for row in wanted:
        by_key.setdefault(natural_key(row, key), row)
    ids = {each: stored[each]["id"] if each in stored else row.get("id") or new_id() for each, row in by_key.items()}
    by_key = {each: _linked(row, each, ids) for each, row in by_key.items()}
    return Difference(
        table=table,
        ids=ids,
        gone=[row["id"] for each, row in stored.items() if each not in by_key],
        changed=[
            {**row, "id": ids[each]} for each, row in by_key.items() if each in stored and _differs(row, stored[each])
        ],
        new=[{**row, "id": ids[each]} for each, row in by_key.items() if each not in stored],
    )


def _stored(session: Session, table: Table, scope: ColumnElement[bool], names: set[str]) -> Iterable[RowMapping]:
    return session.execute(select(*(table.c[name] for name in names)).where(scope)).mappings()


def remove(session: Session, found: Difference) -> None:
    """Delete the rows that are gone."""
    if found.gone:
        session.execute(delete(found.table).where(among(found.table.c.id, found.gone)))


def write(session: Session, found: Difference, moment: datetime) -> None:
    """Update the changed rows and insert the new ones, with the time of writing where the table keeps one."""
    timed = "updated_at" in found.table.c
    if found.changed:
        _update(session, found.table, [{**row, "updated_at": moment} if timed else row for row in found.changed])
    if found.new:
        stamp = {"created_at": moment, "updated_at": moment} if timed else {}
        session.connection().execute(insert(found.table), [{**row, **stamp} for row in found.new])


def _update(session: Session, table: Table, rows: Sequence[Row]) -> None:
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in rows[0] if name != "id"}
    statement = update(table).where(table.c.id == bindparam("row_id")).values(values)
    parameters = [{"row_id": row["id"], **{f"new_{name}": row[name] for name in values}} for row in rows]
    session.connection().execute(statement, parameters)


def touch(session: Session, table: Table, row_ids: Collection[UUID], moment: datetime) -> None:
    """Mark rows as changed whose relations changed."""
    if row_ids:
        session.execute(update(table).where(among(table.c.id, row_ids)).values(updated_at=moment))


def reconcile_pairs(
    session: Session, left: Column[UUID], right: Column[UUID], owners: Collection[UUID], wanted: Collection[Key]
) -> set[UUID]:
    """Make the pairs of a relation whose left side is among `owners` the wanted ones; the owners it changed."""
    rows = session.execute(select(left, right).where(among(left, owners)))
    stored = {(one, other) for one, other in rows}
    gone, new = stored - set(wanted), set(wanted) - stored
    if gone:
        pair = delete(left.table).where(left == bindparam("one"), right == bindparam("other"))
        session.connection().execute(pair, [{"one": one, "other": other} for one, other in gone])
    if new:
        pairs = [{left.name: one, right.name: other} for one, other in sorted(new)]
        session.connection().execute(insert(left.table), pairs)
    return {one for one, _ in gone | new}


def _linked(row: Row, own: Key, ids: Mapping[Key, UUID]) -> Row:
    siblings = {name: value.key for name, value in row.items() if isinstance(value, Sibling)}
    return {**row, **{name: None if key == own else ids[key] for name, key in siblings.items()}}


def natural_key(row: Mapping[Any, Any], key: Sequence[str]) -> Key:
    """What a row is known by, whatever its id."""
    return tuple(row[name] for name in key)


def _differs(wanted: Row, stored: Mapping[Any, Any]) -> bool:
    return any(stored[name] != value for name, value in wanted.items() if name not in ("article_length", "id"))
