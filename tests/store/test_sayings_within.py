from dataclasses import replace

from app.model.findings import Findings
from app.store.records import QuoteRecord
from app.store.session import Database
from tests.store.samples import NESTED, World, keep, nested, span, stored
from tests.store.test_derived import changed_since, last_change, quotes_of

WIDE = "Borko Zhen had told her the dam would hold"
NARROW = "the dam would hold"


def texts(found: tuple[QuoteRecord, ...]) -> list[str]:
    return [each.text for each in found]


def with_outer(found: Findings, **changes: object) -> Findings:
    outer, inner = found.quotes
    return replace(found, quotes=(replace(outer, **changes), inner))


def test_when_where_and_within_are_read_as_they_were_saved(database: Database) -> None:
    _, [article_id] = stored(database, World(), nested())

    outer, inner = quotes_of(database, article_id)

    assert texts((outer, inner)) == [WIDE, NARROW]
    assert (outer.said_when, outer.said_where) == (span(NESTED, "on Monday"), span(NESTED, "in a statement"))
    assert (inner.said_when, inner.said_where) == (None, None)
    assert (outer.within_id, inner.within_id) == (None, outer.id)


def test_saving_again_writes_nothing_whatever_the_order_of_the_quotes(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())
    before, seen = quotes_of(database, article_id), last_change(database)
    outer, inner = nested().quotes
    turned = replace(nested(), quotes=(replace(inner, within=1), outer))

    for found in (nested(), turned):
        keep(database, document_id, world.resolution({article_id: found}))

    assert changed_since(database, seen) == []
    assert quotes_of(database, article_id) == before


def test_an_inner_saying_may_come_before_its_outer_one(database: Database) -> None:
    outer, inner = nested().quotes
    _, [article_id] = stored(database, World(), replace(nested(), quotes=(replace(inner, within=1), outer)))

    first, second = quotes_of(database, article_id)

    assert (texts((first, second)), second.within_id) == ([WIDE, NARROW], first.id)


def test_another_time_and_place_are_one_change_of_that_quote_alone(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())
    outer, inner = quotes_of(database, article_id)
    seen = last_change(database)
    elsewhere = with_outer(nested(), said_when=None, said_where=span(NESTED, "in a statement on Monday"))

    keep(database, document_id, world.resolution({article_id: elsewhere}))

    changed, kept = quotes_of(database, article_id)
    assert changed_since(database, seen) == [("update", "quote")]
    assert (changed.id, changed.said_when, changed.said_where) == (
        outer.id,
        None,
        span(NESTED, "in a statement on Monday"),
    )
    assert kept == inner


def test_a_saying_keeps_its_id_when_the_outer_one_is_found_no_more(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())
    _, inner = quotes_of(database, article_id)
    seen = last_change(database)
    alone = replace(nested(), quotes=(replace(nested().quotes[1], within=None),))

    keep(database, document_id, world.resolution({article_id: alone}))

    [left] = quotes_of(database, article_id)
    assert (left.id, left.within_id) == (inner.id, None)
    assert left.updated_at > inner.updated_at
    assert changed_since(database, seen) == [("delete", "quote"), ("delete", "utterance"), ("update", "quote")]


def test_a_saying_moves_into_the_quote_that_takes_the_outer_one_s_place(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())
    outer, inner = quotes_of(database, article_id)
    shorter = with_outer(nested(), content=(span(NESTED, "told her the dam would hold"),), text="")

    keep(database, document_id, world.resolution({article_id: shorter}))

    other, kept = quotes_of(database, article_id)
    assert other.id != outer.id
    assert (kept.id, kept.within_id) == (inner.id, other.id)


def test_a_quote_found_twice_stands_within_nothing(database: Database) -> None:
    outer, _ = nested().quotes
    _, [article_id] = stored(database, World(), replace(nested(), quotes=(outer, replace(outer, within=0))))

    [only] = quotes_of(database, article_id)

    assert (only.text, only.within_id) == (WIDE, None)


def test_a_longer_text_moves_time_and_place_too(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())
    longer = replace(NESTED, title="Updated: " + NESTED.title)

    keep(database, document_id, world.resolution({article_id: nested(longer)}))

    outer, inner = quotes_of(database, article_id)
    assert (outer.said_when, outer.said_where) == (span(longer, "on Monday"), span(longer, "in a statement"))
    assert inner.within_id == outer.id


def test_an_article_goes_with_all_its_sayings(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, nested())

    keep(database, document_id, world.resolution({}))

    assert quotes_of(database, article_id) == ()
