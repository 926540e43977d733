"""Outlets: who publishes."""

from dataclasses import dataclass
from uuid import UUID

from app.store.paging import NamedSort
from app.store.records import OutletRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFilter:
    """`name` matches without case and accents: the whole, the beginning or a word of it."""

    name: str | None = None


def page(
    session: Session,
    where: OutletFilter,
    *,
    after: tuple[str, ...] | None,
    limit: int,
    sort: NamedSort = NamedSort.NEWEST,
) -> Page[OutletRecord]:
    raise NotImplementedError


def get(session: Session, outlet_id: UUID) -> OutletRecord:
    """One outlet. Raises `Gone` or `NotFound`."""
    raise NotImplementedError
