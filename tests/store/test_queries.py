"""The main queries can use an index: with sequential scans made dear, none is left in their plans."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from psycopg import sql
from sqlalchemy import event, text

from app.kit.ids import new_id
from app.store import articles, changes, claims, documents, entities, mentions, quotes, stories
from app.store.articles import ArticleFilter
from app.store.candidates import StoredCandidates
from app.store.claims import ClaimFilter
from app.store.mentions import MentionFilter
from app.store.paging import DatedSort, NamedSort
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.session import Database, Session
from tests.database import execute
from tests.store.samples import AT, World, findings, stored

type Ask = Callable[[Session], object]

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
    (QuoteFilter(superseded=False), QuoteSort.NEWEST),
    (QuoteFilter(superseded=False, is_copy=False), QuoteSort.NEWEST),
]
ARTICLE_FILTERS = [
    ArticleFilter(outlet="Velmora Courier"),
    ArticleFilter(entity_id=SOMEBODY),
    ArticleFilter(document_id=SOMEBODY),
    ArticleFilter(story_id=SOMEBODY),
    ArticleFilter(text="bridge"),
    ArticleFilter(published_after=AT),
    ArticleFilter(agency="Associated Press"),
    ArticleFilter(section="World", tag="bridge"),
    ArticleFilter(paywalled=True),
    ArticleFilter(versions_of=SOMEBODY),
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
def planned(module_database: Database) -> Database:
    world = World()
    for _ in range(3):
        stored(module_database, world, findings())
    with module_database.session() as session:
        session.execute(text("ANALYZE"))
    return module_database


def plans(database: Database, ask: Ask, explain: str = "EXPLAIN ", scans: str = "off") -> list[object]:
    """The plans of all queries that a call sends, without sequential scans where anything else will do."""
    sent: list[tuple[str, object]] = []
    with database.session() as session:
        connection = session.connection()

        def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
            sent.append((statement, parameters))

        event.listen(connection, "before_cursor_execute", note)
        ask(session)
        event.remove(connection, "before_cursor_execute", note)
        cursor = connection.connection.cursor()
        cursor.execute(f"SET LOCAL enable_seqscan = {scans}")
        found: list[object] = []
        for statement, parameters in sent:
            cursor.execute(explain + statement, parameters)
            rows = [row[0] for row in cursor.fetchall()]
            found.append("\n".join(rows) if explain == "EXPLAIN " else rows[0])
    assert found
    return found


def assert_indexed(database: Database, ask: Ask) -> None:
    for plan in plans(database, ask):
        assert "Seq Scan" not in str(plan), plan


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
        lambda session: StoredCandidates(session, SOMEBODY).members([SOMEBODY], 41),
        lambda session: StoredCandidates(session, SOMEBODY).stories([SOMEBODY]),
        lambda session: StoredCandidates(session, SOMEBODY).document_frequency(["bridge", "again"]),
    ):
        assert_indexed(planned, ask)


MANY = """
SET LOCAL session_replication_role = replica;
INSERT INTO entity (id, kind, name, folded, created_at, updated_at)
    SELECT md5('e' || n)::uuid, 'person', 'Person ' || n, 'person ' || n, now(), now() FROM generate_series(1, 20000) n;
INSERT INTO entity_alias (entity_id, folded, name)
    SELECT md5('e' || n)::uuid, 'person ' || md5('' || n), 'Person ' || n FROM generate_series(1, 20000) n;
INSERT INTO article (id, document_id, ordinal, kind, title, body, authors, published_raw, published_origin,
        published_precision, published_instant, truncated, story_id, story_reasons, copy_reasons, version_reasons,
        failures, created_at, updated_at, agencies, written_in, tags, filed, origins)
    SELECT md5('a' || n)::uuid, document_id, 9 + n, 'brief', '', 'Item ' || md5('' || n), '{}', 'x', 'text', 'minute',
        now() - make_interval(hours => n), false, story_id, '{}', '{}', '{}', '[]', now(), now(), '{}', '{}', '{}',
        ARRAY['tag:' || n % 50], '[]'
    FROM generate_series(1, 4000) n, (SELECT document_id, story_id FROM article LIMIT 1) one;
INSERT INTO quote (id, article_id, article_length, kind, content, text, speaker_text, speaker_folded, speaker_form,
        speaker_id, speaker_anonymous, speaker_confidence, speaker_reason, hedged, negated, confidence, reason, made_by,
        utterance_id, created_at, updated_at)
    SELECT md5('q' || n)::uuid, md5('a' || 1 + n % 4000)::uuid, 37, 'indirect',
        int4multirange(int4range(n / 4000, 9 + n / 4000)), 'Words ' || md5('' || n), 'Person',
        'somebody ' || md5('' || n),
        'name', CASE WHEN n % 3 > 0 THEN md5('e' || 1 + n % 2000)::uuid END, false, 1, '', false, false, 1, '', 't',
        utterance_id, now(), now()
    FROM generate_series(1, 20000) n, (SELECT utterance_id FROM quote LIMIT 1) one;
"""
FEW = 1_500
"""A selective query over 20,000 quotes and names in 4,000 articles may look at so many rows of one table."""


@pytest.fixture(scope="module")
def crowded(planned: Database) -> Database:
    with planned.session() as session:
        session.execute(text(MANY))
    execute(planned.url, sql.SQL("VACUUM ANALYZE"))  # as the server's own autovacuum would
    return planned


def looked_at(node: dict[str, Any]) -> list[tuple[float, str, str]]:
    """How many rows the scans of a plan read, those that a filter took out included, with the way and the table."""
    found = [each for child in node.get("Plans", ()) for each in looked_at(child)]
    if "Relation Name" not in node:
        return found
    out = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    rows = (node["Actual Rows"] + out) * node["Actual Loops"]
    return [*found, (rows, node["Node Type"], node["Relation Name"])]


def heavy(plan: Any) -> list[tuple[float, str, str]]:
    return [each for each in looked_at(plan[0]["Plan"]) if each[0] > FEW]


@pytest.mark.parametrize(
    "where",
    [
        QuoteFilter(speaker="Ada Quill"),
        QuoteFilter(speaker="somebody c4ca4238a0b923820dcc509a6f75849b"),
        QuoteFilter(about="Velmora"),
        QuoteFilter(outlet="Velmora Courier"),
        QuoteFilter(text="bridge"),
        QuoteFilter(published_after=datetime.now(UTC) - timedelta(hours=5)),
        QuoteFilter(speaker="Ada Quill", text="bridge", outlet="Velmora Courier"),
    ],
)
def test_a_selective_query_looks_at_few_rows(crowded: Database, where: QuoteFilter) -> None:
    ask: Ask = lambda session: quotes.page(session, where, after=None, limit=20)  # noqa: E731
    for plan in plans(crowded, ask, "EXPLAIN (ANALYZE, FORMAT JSON) ", "on"):
        assert not heavy(plan), json.dumps(plan, indent=1)


def test_resolution_finds_names_without_reading_all_of_them(crowded: Database) -> None:
    ask: Ask = lambda session: StoredCandidates(session, SOMEBODY).entities(["quill", "ada quill", "zhen"])  # noqa: E731
    for plan in plans(crowded, ask, "EXPLAIN (ANALYZE, FORMAT JSON) ", "on"):
        assert not heavy(plan), json.dumps(plan, indent=1)


def test_a_page_deep_in_a_long_list_costs_no_more(crowded: Database) -> None:
    with crowded.session() as session:
        deep = session.execute(text("SELECT id FROM quote ORDER BY id OFFSET 10000 LIMIT 1")).scalar_one()
    ask: Ask = lambda session: quotes.page(session, QuoteFilter(), after=(str(deep),), limit=20)  # noqa: E731
    counting, *rest = plans(crowded, ask, "EXPLAIN (ANALYZE, FORMAT JSON) ", "on")
    assert counting
    assert not any(heavy(plan) for plan in rest)


def test_a_longer_page_sends_no_more_queries(planned: Database) -> None:
    def count(limit: int) -> int:
        return len(plans(planned, lambda session: quotes.page(session, QuoteFilter(), after=None, limit=limit)))

    assert count(1) == count(6) <= 9
