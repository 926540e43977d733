"""Each impossible state is refused by PostgreSQL itself, whoever writes."""

# ruff: noqa: E501

from uuid import UUID

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.kit.ids import new_id
from app.store.session import Database
from tests.store.samples import ARTICLE, World, findings, stored

ROWS = {
    "mention": """INSERT INTO mention (id, article_id, article_length, span, surface, kind, entity_kind, name, confidence,
        made_by) VALUES (gen_random_uuid(), :article, {length}, {span}, {surface}, 'name', 'person', 'Ada', {sure}, 't')""",
    "quote": """INSERT INTO quote (id, article_id, article_length, kind, content, text, speaker_text, speaker_folded,
        speaker_form, speaker_anonymous, speaker_confidence, speaker_reason, speaker_spans, speaker_id, cue_text, cue_lemma,
        hedged, negated, said_when, said_where, confidence, reason, made_by, utterance_id, created_at, updated_at)
        SELECT gen_random_uuid(), :article, :length, 'direct', {content}, 'words', {speaker}, {folded}, {form}, {anonymous},
        {sure}, {reason}, {spans}, {entity}, {cue}, {cue}, false, false, {said_when}, {said_where}, 1, '', 't', id, now(), now()
        FROM utterance LIMIT 1""",
    "role": """INSERT INTO entity_role (id, mention_id, article_id, article_length, span, text)
        SELECT gen_random_uuid(), id, {article}, {length}, {span}, 'Mayor' FROM mention WHERE article_id = :article LIMIT 1""",
}
DEFAULTS = {
    "mention": {"length": ":length", "span": "'[0,1)'", "surface": "'M'", "sure": "1"},
    "quote": {
        "content": "'{[0,3)}'",
        "speaker": "'Ada'",
        "folded": "'ada'",
        "form": "'name'",
        "anonymous": "false",
        "sure": "1",
        "reason": "''",
        "spans": "'{[4,6)}'",
        "entity": "NULL",
        "cue": "NULL",
        "said_when": "'[1,2)'",
        "said_where": "NULL",
    },
    "role": {"article": ":article", "length": ":length", "span": "'[0,1)'"},
}
OVER = f"'[0,{len(ARTICLE.text) + 1})'"
MANY_OVER = f"'{{[0,{len(ARTICLE.text) + 1})}}'"


@pytest.fixture(scope="module")
def article_id(module_database: Database) -> UUID:
    _, [article_id] = stored(module_database, World(), findings())
    return article_id


def run(database: Database, statement: str, **values: object) -> None:
    with database.session() as session:
        session.execute(text(statement), {"length": len(ARTICLE.text), **values})


def refused(database: Database, statement: str, constraint: str, **values: object) -> None:
    with pytest.raises(DBAPIError) as refusal:
        run(database, statement, **values)
    assert isinstance(refusal.value.orig, psycopg.IntegrityError)
    assert constraint in str(refusal.value.orig)


@pytest.mark.parametrize("kind", ROWS)
def test_the_sound_row_is_accepted(module_database: Database, article_id: UUID, kind: str) -> None:
    with module_database.session() as session:
        session.execute(text(ROWS[kind].format(**DEFAULTS[kind])), {"article": article_id, "length": len(ARTICLE.text)})
        session.rollback()


@pytest.mark.parametrize(
    ("kind", "change", "constraint"),
    [
        ("mention", {"span": OVER, "surface": f"repeat('x', {len(ARTICLE.text) + 1})"}, "span_within_text"),
        ("mention", {"span": "'[2,2)'", "surface": "''"}, "span_within_text"),
        ("mention", {"span": "'[-1,1)'", "surface": "'xx'"}, "span_within_text"),
        ("mention", {"span": "'[3,)'"}, "span_within_text"),
        ("mention", {"length": ":length + 5"}, "fk_mention"),
        ("mention", {"surface": "'too long'"}, "ck_mention_surface"),
        ("mention", {"sure": "1.5"}, "ck_mention_confidence"),
        ("role", {"span": OVER}, "span_within_text"),
        ("role", {"length": ":length + 1"}, "fk_entity_role"),
        ("role", {"article": "gen_random_uuid()"}, "fk_entity_role"),
        ("quote", {"content": "'{}'"}, "content_within_text"),
        ("quote", {"content": MANY_OVER}, "content_within_text"),
        ("quote", {"content": "'{[5,)}'"}, "content_within_text"),
        ("quote", {"spans": MANY_OVER}, "speaker_spans_within_text"),
        ("quote", {"spans": "'{}'"}, "speaker_spans_within_text"),
        ("quote", {"form": "NULL"}, "speaker_whole"),
        ("quote", {"speaker": "NULL"}, "speaker"),
        ("quote", {"cue": "'said'"}, "cue_whole"),
        ("quote", {"said_when": OVER}, "said_when_within_text"),
        ("quote", {"said_when": "'[2,2)'"}, "said_when_within_text"),
        ("quote", {"said_where": "'[-1,1)'"}, "said_where_within_text"),
        ("quote", {"said_where": "'[3,)'"}, "said_where_within_text"),
        ("quote", {"form": "'shout'"}, "speaker_form"),
        ("quote", {"entity": "gen_random_uuid()"}, "fk_quote_speaker_id_entity"),
    ],
)
def test_the_unsound_row_is_refused(
    module_database: Database, article_id: UUID, kind: str, change: dict[str, str], constraint: str
) -> None:
    refused(module_database, ROWS[kind].format(**{**DEFAULTS[kind], **change}), constraint, article=article_id)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("published_instant = now()", "ck_article_published"),
        ("published_raw = 'noon', published_origin = 'text', published_precision = 'minute'", "ck_article_published"),
        (
            "published_raw = 'noon', published_origin = 'text', published_precision = 'minute', published_clock = '12:00'",
            "ck_article_published_clock",
        ),
        (
            "published_raw = 'noon', published_origin = 'text', published_precision = 'clock', published_local = now()",
            "ck_article_published_clock",
        ),
        (
            "published_raw = 'x', published_origin = 'text', published_precision = 'day', published_local = now(),"
            " published_instant = now()",
            "ck_article_published",
        ),
        ("copy_of = id, copy_score = 1", "ck_article_copy_of_another"),
        ("copy_score = 1", "ck_article_copy"),
        ("kind = 'poem'", "ck_article_kind"),
        ("body = ''", "within_text"),
        ("failures = '{}'", "ck_article_failures"),
    ],
)
def test_an_unsound_change_of_an_article_is_refused(
    module_database: Database, article_id: UUID, change: str, constraint: str
) -> None:
    refused(module_database, f"UPDATE article SET {change} WHERE id = :id", constraint, id=article_id)


def test_what_is_generated_cannot_be_written(module_database: Database, article_id: UUID) -> None:
    for table, column, value in (
        ("article", "length", "1"),
        ("document", "sha256", "'00'"),
        ("entity", "current", "true"),
    ):
        with pytest.raises(DBAPIError, match="can only be updated to DEFAULT"):
            run(module_database, f"UPDATE {table} SET {column} = {value}")


def test_a_document_has_a_reason_when_it_failed_and_only_then(module_database: Database, article_id: UUID) -> None:
    refused(module_database, "UPDATE document SET state = 'failed'", "ck_document_failure")
    refused(module_database, "UPDATE document SET failure_stage = 'read', failure_reason = 'x'", "ck_document_failure")
    refused(module_database, "UPDATE document SET state = 'lost'", "ck_document_state")


@pytest.mark.parametrize(
    ("table", "columns", "values"),
    [
        ("entity", "kind, name, folded", "'person', 'x', 'x'"),
        ("story", "title, first_at, last_at", "'x', now(), now()"),
    ],
)
def test_what_became_part_of_others_makes_no_chains(
    module_database: Database, article_id: UUID, table: str, columns: str, values: str
) -> None:
    make = f"INSERT INTO {table} (id, {columns}, created_at, updated_at) VALUES (:id, {values}, now(), now())"
    merge = f"UPDATE {table} SET merged_into = :into WHERE id = :id"
    one, two, three = (new_id() for _ in range(3))
    for each in (one, two, three):
        run(module_database, make, id=each)
    refused(module_database, merge, f"ck_{table}_merged_into_another", id=one, into=one)
    run(module_database, merge, id=one, into=two)
    refused(module_database, merge, f"fk_{table}_merged_into_current", id=two, into=three)
    refused(module_database, merge, f"fk_{table}_merged_into_current", id=three, into=one)


@pytest.mark.parametrize("statement", ["UPDATE judgement SET score = 0", "DELETE FROM judgement", "TRUNCATE judgement"])
def test_judgements_are_never_changed(module_database: Database, article_id: UUID, statement: str) -> None:
    run(
        module_database,
        "INSERT INTO judgement (id, left_id, right_id, verdict, score, reasons, made_by, made_at)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'same', 1, '{}', 'ann', now())",
    )
    refused(module_database, statement, "append-only")


def test_a_judgement_is_of_two_things(module_database: Database, article_id: UUID) -> None:
    refused(
        module_database,
        "INSERT INTO judgement (id, left_id, right_id, verdict, score, reasons, made_by, made_at)"
        " VALUES (gen_random_uuid(), :id, :id, 'same', 1, '{}', 'ann', now())",
        "ck_judgement_of_two",
        id=article_id,
    )


def test_a_quote_stands_within_another_of_the_same_article(module_database: Database, article_id: UUID) -> None:
    _, [other] = stored(module_database, World(), findings())
    put = "UPDATE quote SET within_id = (SELECT id FROM quote WHERE article_id = :other LIMIT 1) WHERE article_id = :id"
    refused(module_database, put, "fk_quote_within_id_article_id_quote", id=article_id, other=other)
    put = "UPDATE quote SET within_id = gen_random_uuid() WHERE article_id = :id"
    refused(module_database, put, "fk_quote_within_id_article_id_quote", id=article_id)
    put = "UPDATE quote SET within_id = id WHERE article_id = :id"
    refused(module_database, put, "ck_quote_within_another", id=article_id)


@pytest.mark.parametrize("table", ["utterance", "claim"])
def test_keys_are_unique(module_database: Database, article_id: UUID, table: str) -> None:
    columns = {
        "utterance": "key, text, created_at, updated_at",
        "claim": "key, text, stance, hedged, negated, confidence, made_by, created_at, updated_at",
    }[table]
    refused(
        module_database,
        f"INSERT INTO {table} (id, {columns}) SELECT gen_random_uuid(), {columns} FROM {table} LIMIT 1",
        f"uq_{table}_key",
    )
