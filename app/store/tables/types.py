"""Column types that carry the model's own values."""

# ruff: noqa: ARG002

from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import INT4MULTIRANGE, INT4RANGE, Range
from sqlalchemy.types import TypeDecorator

from app.model.span import Span


class OneSpan(TypeDecorator[Span]):
    """A `Span` as an int4range."""

    impl = INT4RANGE
    cache_ok = True

    def process_bind_param(self, value: Span | None, dialect: Dialect) -> Range[int] | None:
        return None if value is None else Range(value.start, value.end)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Span | None:
        return None if value is None else Span(value.lower, value.upper)


class Spans(TypeDecorator[tuple[Span, ...]]):
    """Spans as an int4multirange: in order, with those that touch or overlap made one. No spans are NULL."""

    impl = INT4MULTIRANGE
    cache_ok = True

    def process_bind_param(self, value: tuple[Span, ...] | None, dialect: Dialect) -> list[Range[int]] | None:
        return [Range(span.start, span.end) for span in value] if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[Span, ...] | None:
        return None if value is None else tuple(Span(part.lower, part.upper) for part in value)


class Choice(TypeDecorator[StrEnum]):
    """A member of an enumeration as its value, in a text column."""

    impl = Text
    cache_ok = True

    def __init__(self, enumeration: type[StrEnum]) -> None:
        super().__init__()
        self.enumeration = enumeration

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.enumeration(value)
