"""The main queries can use an index: with sequential scans made dear, none is left in their plans."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event, text

from app.kit.ids import new_id
from app.store import articles, changes, claims, documents, entities, mentions, quotes, stories
from app.store.articles import ArticleFilter
from app.store.candidates import StoredCandidates
from app.store.claims import ClaimFilter
from app.store.mentions import MentionFilter
from app.store.paging import DatedSort, NamedSort
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.session import Database
from tests.store.samples import AT, World, findings, stored

SOMEBODY = new_id()
QUOTE_FILTERS = [
    (QuoteFilter(), QuoteSort.NEWEST),
    (QuoteFilter(), QuoteSort.LATEST),
    (QuoteFilter(speaker_id=SOMEBODY), QuoteSort.NEWEST),
    (QuoteFilter(speaker="Ada Quill"), QuoteSort.NEWEST),
    (QuoteFilter(about_id=SOMEBODY), QuoteSort.NEWEST),
    (QuoteFilter(about="Velmora"), QuoteSort.NEWEST),
    (QuoteFilter(outlet="Velmora Courier"), QuoteSort.NEWEST),
    (QuoteFilter(text="bridge"), QuoteSort.NEWEST),
    (QuoteFilter(article_id=SOMEBODY), QuoteSort.TEXT),
    (QuoteFilter(published_after=AT, published_before=AT), QuoteSort.LATEST),
    (QuoteFilter(ingested_after=AT), QuoteSort.OLDEST),
]
ARTICLE_FILTERS = [
    ArticleFilter(outlet="Velmora Courier"),
    ArticleFilter(entity_id=SOMEBODY),
    ArticleFilter(document_id=SOMEBODY),
    ArticleFilter(story_id=SOMEBODY),
    ArticleFilter(text="bridge"),
    ArticleFilter(published_after=AT),
]
CLAIM_FILTERS = [
    ClaimFilter(claimant="Ada Quill"),
    ClaimFilter(claimant_id=SOMEBODY),
    ClaimFilter(about="Velmora"),
    ClaimFilter(text="bridge"),
    ClaimFilter(article_id=SOMEBODY),
    ClaimFilter(published_after=AT),
]


@pytest.fixture(scope="module")
def planned(module_database: Database) -> Iterator[Database]:
    world = World()
    for _ in range(3):
        stored(module_database, world, findings())
    with module_database.session() as session:
        session.execute(text("ANALYZE"))
    return module_database


def plans(database: Database, ask: object) -> list[str]:
    """The plans of all queries that a call sends, without sequential scans where anything else will do."""
    sent: list[tuple[str, object]] = []
    with database.session() as session:
        connection = session.connection()

        def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
            sent.append((statement, parameters))

        event.listen(connection, "before_cursor_execute", note)
        ask(session)  # type: ignore[operator]
        event.remove(connection, "before_cursor_execute", note)
        cursor = connection.connection.cursor()
        cursor.execute("SET LOCAL enable_seqscan = off")
        found = []
        for statement, parameters in sent:
            cursor.execute("EXPLAIN " + statement, parameters)
            found.append("\n".join(row[0] for row in cursor.fetchall()))
    assert found
    return found


def assert_indexed(database: Database, ask: object) -> None:
    for plan in plans(database, ask):
        assert "Seq Scan" not in plan, plan


@pytest.mark.parametrize(("where", "sort"), QUOTE_FILTERS)
def test_quotes(planned: Database, where: QuoteFilter, sort: QuoteSort) -> None:
    assert_indexed(planned, lambda session: quotes.page(session, where, after=None, limit=20, sort=sort))


@pytest.mark.parametrize("where", ARTICLE_FILTERS)
def test_articles(planned: Database, where: ArticleFilter) -> None:
    assert_indexed(planned, lambda session: articles.page(session, where, after=None, limit=20, sort=DatedSort.LATEST))


@pytest.mark.parametrize("where", CLAIM_FILTERS)
def test_claims(planned: Database, where: ClaimFilter) -> None:
    assert_indexed(planned, lambda session: claims.page(session, where, after=None, limit=20))


def test_the_rest(planned: Database) -> None:
    with planned.session() as session:
        someone = entities.page(session, entities.EntityFilter(), after=None, limit=1).items[0].id
    for ask in (
        lambda session: entities.page(
            session, entities.EntityFilter(name="Quill"), after=None, limit=9, sort=NamedSort.NAME
        ),
        lambda session: entities.get(session, someone),
        lambda session: mentions.page(session, MentionFilter(entity_id=someone), after=None, limit=9),
        lambda session: stories.page(session, stories.StoryFilter(text="bridge"), after=None, limit=9),
        lambda session: changes.page(session, changes.ChangeFilter(after=3, resource="quote"), after=None, limit=9),
        lambda session: changes.absence(session, "quote", SOMEBODY),
        lambda session: documents.page(session, documents.DocumentFilter(url="x"), after=None, limit=9),
    ):
        assert_indexed(planned, ask)


def test_candidates(planned: Database) -> None:
    for ask in (
        lambda session: StoredCandidates(session, SOMEBODY).entities(["quill", "zhen"]),
        lambda session: StoredCandidates(session, SOMEBODY).utterances(["u bridge is safe"]),
        lambda session: StoredCandidates(session, SOMEBODY).alike("digest", [1, 2]),
        lambda session: StoredCandidates(session, SOMEBODY).nearby(["bridge"], AT, AT),
    ):
        assert_indexed(planned, ask)


def test_a_longer_page_sends_no_more_queries(planned: Database) -> None:
    def count(limit: int) -> int:
        return len(plans(planned, lambda session: quotes.page(session, QuoteFilter(), after=None, limit=limit)))

    assert count(1) == count(6) <= 9
