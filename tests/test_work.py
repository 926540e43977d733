import signal
import subprocess
from collections import Counter
from uuid import UUID

from app import intake
from app.intake import Submission
from app.kit.clock import now
from app.model.document import DocumentState
from app.store import articles, documents, quotes
from app.store.session import Database
from tests.processes import command, environment, wait_until

MANY = 200


def submit(database: Database, number: int) -> UUID:
    text = (
        f"Town {number} opens its library\n\nThe library of town number {number} opened its doors on Friday.\n\n"
        f'"We waited {number} days for this," Mayor Marta Quill said.\n'
    )
    with database.session() as session:
        record, _ = intake.accept(
            session, Submission(content=text.encode(), media_type="text/plain"), max_bytes=10_000, now=now()
        )
    return record.id


def states(database: Database) -> Counter[DocumentState]:
    with database.session() as session:
        page = documents.page(session, documents.DocumentFilter(), after=None, limit=1000)
    return Counter(record.state for record in page.items)


def worker(url: str) -> subprocess.Popen[str]:
    env = environment(database_url=url, stalled_seconds="3")
    return subprocess.Popen(command("work"), env=env, text=True, stderr=subprocess.DEVNULL)


def test_killed_in_the_middle_of_200_documents_nothing_is_lost_and_nothing_doubled(
    database: Database, database_url: str
) -> None:
    for number in range(MANY):
        submit(database, number)

    first = worker(database_url)
    wait_until(lambda: states(database)[DocumentState.DONE] >= MANY // 4, first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert states(database)[DocumentState.DONE] < MANY, "it was killed in the middle"

    second = worker(database_url)
    wait_until(lambda: states(database)[DocumentState.DONE] == MANY, second)
    second.terminate()
    assert second.wait(30) == 0

    with database.session() as session:
        stored = articles.page(session, articles.ArticleFilter(), after=None, limit=1000).items
        said = quotes.page(session, quotes.QuoteFilter(), after=None, limit=1000).items
    assert len(stored) == MANY
    assert len({article.document_id for article in stored}) == MANY
    assert len({quote.text for quote in said}) == len(said) == MANY


def test_a_worker_stops_cleanly_when_its_parent_lets_go(database_url: str) -> None:
    process = subprocess.Popen(
        command("work", "--tied"), env=environment(database_url=database_url), stdin=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    process.stdin.close()

    assert process.wait(60) == 0
