import signal
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import pytest
from procrastinate import App
from sqlalchemy import text

from app import intake, work
from app.extract.pieces import Piece
from app.extract.pipeline import Parse, Pipeline
from app.fetch import Limits, Web
from app.flow import Models
from app.intake import Address, Submission
from app.kit.clock import now
from app.kit.ids import new_id
from app.model.document import DocumentState
from app.model.errors import Unavailable
from app.model.source import Entries
from app.settings import Settings
from app.store import articles, documents, queue, quotes, sources
from app.store.session import Database
from app.store.sources import Schedule
from tests.fetch.site import Turns, reply, serving
from tests.language import brittle, pipeline, tagger
from tests.processes import command, environment, run, wait_until

MANY = 200


def submit(database: Database, number: int) -> UUID:
    page = (
        f"Town {number} opens its library\n\nThe library of town number {number} opened its doors on Friday.\n\n"
        f'"We waited {number} days for this," Mayor Marta Quill said.\n'
    )
    with database.session() as session:
        record, _ = intake.accept(
            session, Submission(content=page.encode(), media_type="text/plain"), max_bytes=10_000, now=now()
        )
    return record.id


def states(database: Database) -> Counter[DocumentState]:
    with database.session() as session:
        page = documents.page(session, documents.DocumentFilter(), after=None, limit=1000)
    return Counter(record.state for record in page.items)


def worker(url: str, **settings: str) -> subprocess.Popen[str]:
    env = environment(database_url=url, stalled_seconds="3", **settings)
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


def left_by_a_dead_worker(database: Database, document_id: UUID, deaths: int = 0) -> None:
    """Make the document's job look as if a worker that is gone held it."""
    held = (
        "UPDATE procrastinate_jobs SET status = 'doing', args = args || jsonb_build_object('deaths', :deaths)"
        " WHERE args->>'document_id' = :id AND status = 'todo'"
    )
    with database.session() as session:
        session.execute(text(held), {"id": str(document_id), "deaths": deaths})


def statuses(database: Database) -> list[str]:
    with database.session() as session:
        return list(session.execute(text("SELECT status::text FROM procrastinate_jobs ORDER BY id")).scalars())


def test_what_breaks_off_is_tried_again_until_somebody_should_look(database: Database) -> None:
    document_id = submit(database, 1)
    unreachable = Database("postgresql://nobody@127.0.0.1:1/none")

    web = Web(Limits(), Turns())

    with pytest.raises(Unavailable):
        work.process(document_id, unreachable, brittle(""), web, tried=0)
    work.process(new_id(), database, brittle(""), web, tried=0)
    with database.session() as session:
        session.execute(text("ALTER TABLE article ADD CONSTRAINT never CHECK (false)"))
    work.process(document_id, database, brittle(""), web, tried=0)

    with database.session() as session:
        assert documents.get(session, document_id).state is DocumentState.FAILED


def test_until_empty_waits_for_a_later_try_and_for_the_jobs_of_the_dead(database: Database, database_url: str) -> None:
    later, held = submit(database, 1), submit(database, 2)
    left_by_a_dead_worker(database, held)
    with database.session() as session:
        session.execute(
            text(
                "UPDATE procrastinate_jobs SET scheduled_at = now() + interval '6 s' WHERE args->>'document_id' = :id"
            ),
            {"id": str(later)},
        )

    result = run("work", "--until-empty", env=environment(database_url=database_url, stalled_seconds="3"))

    assert result.returncode == 0
    assert states(database) == {DocumentState.DONE: 2}


class Broken(App):
    """A queue whose worker ends by itself, as it does when it can no longer listen."""

    async def run_worker_async(self, **_options: Any) -> None:
        """Nobody told it to stop."""


def test_a_worker_that_loses_the_queue_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "App", Broken)
    monkeypatch.setattr(Models, "load", lambda *_names: brittle(""))

    with pytest.raises(Unavailable, match="start the worker again"):
        work.run(Settings(), database.url)


def test_a_worker_stops_cleanly_when_its_parent_lets_go(database_url: str) -> None:
    process = subprocess.Popen(
        command("work", "--tied"), env=environment(database_url=database_url), stdin=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    process.stdin.close()

    assert process.wait(60) == 0


def test_a_worker_fetches_what_came_as_a_url_and_looks_at_new_sources(database: Database, database_url: str) -> None:
    feed = b'<rss version="2.0"><channel><title>T</title><item><title>Ferries return</title></item></channel></rss>'
    schedule = Schedule(outlet=None, interval_seconds=300, entries=Entries.FEED, paused=False)
    with serving(page=reply(), feed=reply(feed, content_type="application/rss+xml")) as site:
        with database.session() as session:
            page, _ = intake.want(session, Address(url=site.url()), now=now())
            inside, _ = intake.want(session, Address(url="http://127.0.0.1:1/"), now=now())
            queue.enqueue_look(session, sources.create(session, site.url("/feed"), schedule, now()).id)
        process = worker(database_url, fetch_allowed_hosts=f"127.0.0.1:{site.port}", fetch_host_delay_seconds="0.1")
        expected = {DocumentState.DONE: 2, DocumentState.FAILED: 1}
        wait_until(lambda: states(database) == expected, process)
        process.terminate()
        assert process.wait(30) == 0

    with database.session() as session:
        assert documents.get(session, page.id).article_count == 1
        failure = documents.get(session, inside.id).failure
        assert failure is not None
        assert failure.stage == "fetch"
    assert sorted(site.asked) == ["/feed", "/page", "/robots.txt"]


class Waiting(Pipeline):
    """Parses a text that was sent in only once the pages that were asked for are there."""

    def __init__(self, database: Database, page: UUID) -> None:
        self.database = database
        self.page = page

    def parse(self, pieces: Iterable[Piece]) -> Parse:
        texts = list(pieces)
        if any("Town 7" in piece.text for piece in texts):
            wait_until(self._fetched)
        return pipeline().parse(texts)

    def _fetched(self) -> bool:
        with self.database.session() as session:
            return documents.get(session, self.page).sha256 is not None


def test_a_page_is_fetched_while_a_long_document_is_read(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(database, 7)
    with serving(page=reply()) as site:
        with database.session() as session:
            page, _ = intake.want(session, Address(url=site.url()), now=now())
        monkeypatch.setattr(Models, "load", lambda *_names: Models(Waiting(database, page.id), tagger()))
        settings = Settings(fetch_allowed_hosts=frozenset({f"127.0.0.1:{site.port}"}))

        assert work.run(settings, database_url, until_empty=True)

    assert states(database) == {DocumentState.DONE: 2}


def test_what_nobody_foresaw_is_kept_with_the_source(database: Database) -> None:
    schedule = Schedule(outlet=None, interval_seconds=300, entries=Entries.FEED, paused=False)
    with database.session() as session:
        source = sources.create(session, "https://courier.example/feed", schedule, now())

    async def broken(host: str, port: int) -> Sequence[str]:
        raise RuntimeError("the resolver broke")

    work.look(source.id, database, Web(Limits(), Turns(), broken), 1000)

    with database.session() as session:
        error = sources.get(session, source.id).last_error
    assert error is not None
    assert "the resolver broke" in error
