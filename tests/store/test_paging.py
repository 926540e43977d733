from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.store import documents, entities, outlets, paging, quotes
from app.store.documents import DocumentFilter
from app.store.entities import EntityFilter
from app.store.paging import NamedSort, Sort
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.records import Page
from app.store.session import Database, Session
from tests.store.samples import World, findings, stored, submit

type Turn = Callable[[Session, tuple[str, ...] | None, int], Page[object]]


def walked(database: Database, turn: Turn, limits: list[int], between: Callable[[], None]) -> list[object]:
    """All items of a list, page by page, with something happening between the pages."""
    after, items = None, []
    for turns in range(1_000):
        with database.session() as session:
            page = turn(session, after, limits[turns % len(limits)])
        items += page.items
        if page.next is None:
            return items
        after = page.next
        between()
    raise AssertionError("the walk does not end")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, 12),
    limits=st.lists(st.integers(1, 5), min_size=1, max_size=3),
    inserts=st.integers(0, 3),
    sort=st.sampled_from(Sort),
)
def test_a_walk_under_inserts_neither_loses_nor_repeats(
    module_database: Database, start: int, limits: list[int], inserts: int, sort: Sort
) -> None:
    state = {"made": 0}

    def insert(count: int) -> None:
        for _ in range(count):
            state["made"] += 1
            with module_database.session() as session:
                submit(session, f"{state['made']}".encode())

    with module_database.session() as session:
        session.execute(text("DELETE FROM document"))
    insert(start)
    with module_database.session() as session:
        there = {each.id for each in documents.page(session, DocumentFilter(), after=None, limit=99).items}

    def few() -> None:
        if state["made"] < start + 20:
            insert(inserts)

    items = walked(
        module_database,
        lambda session, after, limit: documents.page(session, DocumentFilter(), after=after, limit=limit, sort=sort),
        limits,
        few,
    )
    ids = [each.id for each in items]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))
    assert there <= set(ids)
    assert ids == sorted(ids, reverse=sort is Sort.NEWEST)


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_every_order_walks_through_everything(database: Database, limit: int) -> None:
    world = World()
    for _ in range(3):
        stored(database, world, findings())
    for quote_sort in QuoteSort:
        found = walked(
            database,
            lambda session, after, size, by=quote_sort: quotes.page(
                session, QuoteFilter(), after=after, limit=size, sort=by
            ),  # type: ignore[misc]
            [limit],
            lambda: None,
        )
        assert len({each.id for each in found}) == len(found) == 6  # type: ignore[attr-defined]
    names = walked(
        database,
        lambda session, after, size: entities.page(
            session, EntityFilter(), after=after, limit=size, sort=NamedSort.NAME
        ),
        [limit],
        lambda: None,
    )
    assert [each.name for each in names] == ["Ada Quill", "Borko Zhen", "Velmora"]  # type: ignore[attr-defined]


def test_counting_stops_at_the_bound(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.session() as session:
        for number in range(4):
            submit(session, bytes([number]))
        monkeypatch.setattr(paging, "COUNT_BOUND", 4)
        exact = documents.page(session, DocumentFilter(), after=None, limit=1)
        monkeypatch.setattr(paging, "COUNT_BOUND", 3)
        bounded = documents.page(session, DocumentFilter(), after=None, limit=1)
    assert (exact.total, exact.total_exact) == (4, True)
    assert (bounded.total, bounded.total_exact) == (3, False)


@pytest.mark.parametrize("after", [(), ("x",), ("2024-01-01", "x"), ("0" * 32, "0" * 32)])
def test_a_key_of_another_order_is_refused(database: Database, after: tuple[str, ...]) -> None:
    with database.session() as session, pytest.raises(ValueError):  # noqa: PT011
        documents.page(session, DocumentFilter(), after=after, limit=1)
    with database.session() as session, pytest.raises(ValueError):  # noqa: PT011
        quotes.page(session, QuoteFilter(), after=("x", *after), limit=1, sort=QuoteSort.LATEST)


def test_outlets_are_paged_too(database: Database) -> None:
    stored(database, World(), findings())
    with database.session() as session:
        [outlet] = outlets.page(session, outlets.OutletFilter(), after=None, limit=1).items
        assert outlets.get(session, outlet.id) == outlet
