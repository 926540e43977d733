"""What all tables share: names of constraints, shorthands for columns, and the checks that recur."""

import re
from enum import StrEnum
from typing import Any, ClassVar, cast

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    DateTime,
    ForeignKeyConstraint,
    MetaData,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SEARCHABLE = 200_000
"""How many code points of a text the full-text index takes in: more could pass PostgreSQL's 1 MB for one tsvector."""


class Base(SQLModel):
    """The root of the tables. A table is named after its class: `EntityAlias` is `entity_alias`."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.__tablename__ = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        super().__init_subclass__(**kwargs)


def table_of(model: type[Base]) -> Table:
    """The Core table of a SQLModel class."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def primary_key() -> Any:
    return Field(sa_column=Column(Uuid, primary_key=True))


def required(type_: TypeEngine[Any] | type[TypeEngine[Any]], *args: Any, **kwargs: Any) -> Any:
    """A column that always has a value."""
    return Field(sa_column=Column(type_, *args, nullable=False, **kwargs))


def optional(type_: TypeEngine[Any] | type[TypeEngine[Any]], *args: Any, **kwargs: Any) -> Any:
    """A column that may be unknown."""
    return Field(sa_column=Column(type_, *args, nullable=True, **kwargs))


def generated(type_: TypeEngine[Any] | type[TypeEngine[Any]], expression: str, *, nullable: bool = False) -> Any:
    """A stored column that PostgreSQL computes from others of its row."""
    return Field(sa_column=Column(type_, Computed(expression, persisted=True), nullable=nullable))


def string() -> Any:
    return required(Text)


def maybe_string() -> Any:
    return optional(Text)


def strings() -> Any:
    return required(ARRAY(Text))


def flag() -> Any:
    return required(Boolean)


def instant(**kwargs: Any) -> Any:
    return required(DateTime(timezone=True), **kwargs)


def maybe_instant() -> Any:
    return optional(DateTime(timezone=True))


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """`column`, where it has a value, is one of an enumeration's."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def share(column: str) -> CheckConstraint:
    """`column` is between 0 and 1."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 1", name=column)


def within_text(column: str) -> CheckConstraint:
    """`column`, a range or multirange, is not empty and lies inside its article's text."""
    inside = f"NOT isempty({column}) AND {column} <@ int4range(0, article_length)"
    return CheckConstraint(inside, name=f"{column}_within_text")


def article_key() -> ForeignKeyConstraint:
    """Ties `article_length` to the length that the article has, so that checks on spans can rely on it."""
    return ForeignKeyConstraint(
        ["article_id", "article_length"], ["article.id", "article.length"], ondelete="CASCADE", onupdate="CASCADE"
    )
