from datetime import datetime

from sqlalchemy import text

from app import intake, upkeep
from app.kit.clock import now
from app.kit.ids import new_id
from app.model.document import DocumentState
from app.store import documents, idempotency, keys, queue
from app.store.session import Database
from tests.test_work import left_by_a_dead_worker, statuses, submit


def test_the_job_of_a_dead_worker_waits_again(database: Database) -> None:
    left_by_a_dead_worker(database, submit(database, 1))

    upkeep.rescue(database, 30)
    upkeep.rescue(database, 30)

    assert statuses(database) == ["todo"]


def test_the_job_of_a_living_worker_is_left_alone(database: Database) -> None:
    left_by_a_dead_worker(database, submit(database, 1))
    with database.session() as session:
        session.execute(text("INSERT INTO procrastinate_workers DEFAULT VALUES"))
        session.execute(text("UPDATE procrastinate_jobs SET worker_id = (SELECT id FROM procrastinate_workers)"))

    upkeep.rescue(database, 30)

    assert statuses(database) == ["doing"]


def test_a_document_retried_while_a_dead_worker_holds_its_job_is_not_stuck(database: Database) -> None:
    done, other = submit(database, 1), submit(database, 2)
    left_by_a_dead_worker(database, done)
    left_by_a_dead_worker(database, other)
    with database.session() as session:  # the worker died between the store's commit and the job's end
        documents.start(session, done)
        documents.finish(session, done)
    with database.session() as session:
        intake.again(session, done)

    upkeep.rescue(database, 30)

    assert statuses(database) == ["todo", "todo"], "one for each document, and none that blocks the other"


def test_a_document_that_kills_workers_is_given_up_with_the_reason(database: Database) -> None:
    deadly, done = submit(database, 1), submit(database, 2)
    for document_id in (deadly, done):
        left_by_a_dead_worker(database, document_id, deaths=upkeep.MOST_DEATHS - 1)
    with database.session() as session:
        documents.start(session, done)
        documents.finish(session, done)

    upkeep.rescue(database, 30)

    with database.session() as session:
        failed = documents.get(session, deadly)
        assert documents.get(session, done).state is DocumentState.DONE
    assert failed.state is DocumentState.FAILED
    assert failed.failure is not None
    assert "died 3 times" in failed.failure.reason
    assert statuses(database) == []


def test_old_idempotency_keys_are_forgotten_and_young_ones_kept(database: Database) -> None:
    def take(key: str, at: datetime) -> bool:
        with database.session() as session:
            return idempotency.reserve(session, key=key, api_key_id=caller, request_hash="", now=at) is None

    with database.session() as session:
        caller = keys.create(session, "desk", ["ingest"])[0].id
    assert take("old", now() - upkeep.KEYS_KEPT * 2)
    assert take("young", now())

    upkeep.forget(database)

    assert take("old", now())
    assert not take("young", now())


def test_a_look_that_died_with_its_worker_is_dropped(database: Database) -> None:
    with database.session() as session:
        queue.enqueue_look(session, new_id())
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))

    upkeep.rescue(database, 30)

    assert statuses(database) == []
