import asyncio
from contextlib import suppress

from procrastinate import App
from sqlalchemy import text

from app.kit.ids import new_id
from app.store import documents, queue
from app.store.session import Database
from tests.store.samples import submit


def waiting(database: Database) -> list[str]:
    with database.session() as session:
        rows = session.execute(text("SELECT args->>'document_id' FROM procrastinate_jobs WHERE status = 'todo'"))
        return list(rows.scalars())


def test_a_document_and_its_job_are_durable_together(database: Database) -> None:
    with suppress(KeyError), database.session() as session:
        lost = submit(session)
        assert queue.enqueue(session, lost)
        raise KeyError
    assert waiting(database) == []
    with database.session() as session:
        kept = submit(session)
        queue.enqueue(session, kept)
        assert waiting(database) == [], "nobody sees the job before the commit"
    assert waiting(database) == [str(kept)]
    with database.session() as session:
        assert documents.page(session, documents.DocumentFilter(), after=None, limit=5).total == 1


def test_a_waiting_document_is_not_queued_again_and_the_transaction_goes_on(database: Database) -> None:
    document_id = new_id()
    with database.session() as session:
        assert queue.enqueue(session, document_id)
        assert not queue.enqueue(session, document_id)
    with database.session() as session:
        assert not queue.enqueue(session, document_id)
        other = submit(session)
        assert queue.enqueue(session, other)
    assert waiting(database) == [str(document_id), str(other)]


def test_a_worker_takes_the_job_by_its_name(database: Database) -> None:
    document_id, seen = new_id(), []
    with database.session() as session:
        queue.enqueue(session, document_id)

    async def work() -> None:
        app = App(connector=queue.connector(database.url))

        @app.task(name=queue.PROCESS_DOCUMENT, queue=queue.DOCUMENTS)
        def process(document_id: str) -> None:
            seen.append(document_id)

        async with app.open_async():
            await app.run_worker_async(queues=[queue.DOCUMENTS], wait=False, install_signal_handlers=False)

    asyncio.run(work())
    assert seen == [str(document_id)]
    assert waiting(database) == []
