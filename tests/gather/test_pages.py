import socket
from uuid import UUID

import pytest
from sqlalchemy import text

from app import intake
from app.fetch import Limits, Web
from app.gather import pages
from app.intake import Address
from app.kit.clock import now
from app.model.document import DocumentState
from app.model.errors import Merged, NotFound
from app.store import documents
from app.store.session import Database
from tests import bombs
from tests.fetch.site import PAGE, Reply, Resolver, Site, Turns, endless, redirect, reply


def want(database: Database, url: str) -> UUID:
    with database.session() as session:
        return intake.want(session, Address(url=url, outlet="The Courier"), now=now())[0].id


def finish(database: Database, document_id: UUID) -> None:
    with database.session() as session:
        documents.finish(session, document_id)


def test_a_page_becomes_the_content_of_the_document_that_was_promised(database: Database, site: Site) -> None:
    site.replies["/short"] = redirect("/page")
    id_ = want(database, site.url("/short"))
    with database.session() as session:
        promised = documents.get(session, id_)
        with pytest.raises(NotFound, match="fetched first"):
            documents.load(session, id_)
    assert (promised.state, promised.size, promised.media_type) == (DocumentState.QUEUED, None, None)

    assert pages.obtain(id_, database, site.web())
    assert pages.obtain(id_, database, Web(Limits(), Turns())), "it is there: nothing is fetched again"

    with database.session() as session:
        record, document = documents.get(session, id_), documents.load(session, id_)
    assert document.content == PAGE
    assert (record.media_type, record.charset, record.outlet) == ("text/html", "utf-8", "The Courier")
    assert (record.url, record.final_url) == (site.url("/short"), site.url("/page"))
    assert document.url == site.url("/page"), "the flow is told where the page stands"
    assert record.fetched_at is not None


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [(bombs.GZIP, "application/gzip", "64 MB"), (bombs.LAUGHS, "application/rss+xml", "DOCTYPE")],
    ids=["gzip", "laughs"],
)
def test_a_bomb_on_the_web_is_not_kept(
    database: Database, site: Site, content: bytes, media_type: str, reason: str
) -> None:
    site.replies["/bomb"] = reply(content, content_type=media_type)
    id_ = want(database, site.url("/bomb"))

    assert not pages.obtain(id_, database, site.web())

    with database.session() as session:
        record = documents.get(session, id_)
    assert (record.state, record.size) == (DocumentState.FAILED, None)
    assert record.failure is not None
    assert reason in record.failure.reason


def test_a_url_that_is_yet_to_be_fetched_is_one_document(database: Database, site: Site) -> None:
    assert want(database, site.url()) == want(database, site.url()) != want(database, site.url("/other"))
    with database.session() as session:
        jobs = session.execute(text("SELECT count(*) FROM procrastinate_jobs")).scalar_one()
    assert jobs == 2


@pytest.mark.parametrize("etag", ['"1"', None])
def test_the_same_bytes_from_the_same_url_are_the_document_that_is_there(
    database: Database, site: Site, etag: str | None
) -> None:
    site.replies["/page"] = reply() if etag is None else reply(etag=etag)
    first = want(database, site.url())
    pages.obtain(first, database, site.web())
    finish(database, first)
    second = want(database, site.url())
    if etag is not None:
        site.replies["/page"] = reply(b"", 304)

    assert not pages.obtain(second, database, site.web())

    assert site.headers[-1].get("If-None-Match") == etag
    with database.session() as session:
        with pytest.raises(Merged) as merged:
            documents.get(session, second)
        assert documents.page(session, documents.DocumentFilter(), after=None, limit=9).total == 1
    assert merged.value.survivor == first
    with pytest.raises(Merged):
        pages.obtain(second, database, site.web())


def test_a_url_that_leads_to_another_page_by_now_is_another_document(database: Database, site: Site) -> None:
    site.replies |= {"/latest": redirect("/page"), "/tuesday": reply(b"<p>Ferries run again</p>", etag='"1"')}
    first = want(database, site.url("/latest"))
    pages.obtain(first, database, site.web())
    site.replies["/latest"] = redirect("/tuesday")
    second = want(database, site.url("/latest"))

    assert pages.obtain(second, database, site.web())

    assert "If-None-Match" not in site.headers[-1]
    with database.session() as session:
        assert documents.content(session, second) != documents.content(session, first)


def test_a_document_of_which_only_not_modified_is_said_is_failed(database: Database, site: Site) -> None:
    site.replies["/page"] = reply(b"", 304)
    id_ = want(database, site.url())

    assert not pages.obtain(id_, database, site.web())

    with database.session() as session:
        assert documents.get(session, id_).state is DocumentState.FAILED


def test_other_bytes_from_the_same_url_are_another_document(database: Database, site: Site) -> None:
    first = want(database, site.url())
    pages.obtain(first, database, site.web())
    site.replies["/page"] = reply(b"<p>Harbour closes after all</p>")
    second = want(database, site.url())

    assert pages.obtain(second, database, site.web())

    with database.session() as session:
        assert documents.content(session, second) != documents.content(session, first)


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/nothing", "404"), ("http://169.254.169.254/latest", "not public"), ("ftp://courier.example/", "http")],
)
def test_what_cannot_be_fetched_is_failed_with_the_reason_and_may_be_retried(
    database: Database, site: Site, path: str, reason: str
) -> None:
    url = site.url(path) if path.startswith("/") else path
    id_ = want(database, url)

    assert not pages.obtain(id_, database, site.web())

    with database.session() as session:
        failure = documents.get(session, id_).failure
        assert failure is not None
        assert failure.stage == pages.STAGE
        assert reason in failure.reason
        assert intake.again(session, id_).state is DocumentState.QUEUED
    if path == "/nothing":
        site.replies[path] = reply()
        assert pages.obtain(id_, database, site.web())


def waits(database: Database) -> list[float]:
    """The seconds that the jobs wait which are in the queue; they are taken out of it."""
    with database.session() as session:
        taken = "DELETE FROM procrastinate_jobs RETURNING extract(epoch FROM scheduled_at - now())::float"
        return [round(seconds or 0.0, -1) for seconds in session.execute(text(taken)).scalars()]


def attempt(database: Database, web: Web, document_id: UUID) -> tuple[DocumentState, list[float]]:
    """Try to fetch it: where it stands then, and how long it is to wait for another try."""
    waits(database)
    pages.obtain(document_id, database, web)
    with database.session() as session:
        return documents.get(session, document_id).state, waits(database)


QUEUED, FAILED = DocumentState.QUEUED, DocumentState.FAILED


@pytest.mark.parametrize(
    "answer",
    [reply(b"", 503), reply(b"", 429), endless(b"x", 0.05), reply(b"\x1f\x8b\x08", content_encoding="gzip")],
    ids=["error of its own", "asked too often", "too slow", "broken off"],
)
def test_what_may_pass_is_tried_again_with_growing_waits_before_it_is_failed(
    database: Database, site: Site, answer: Reply
) -> None:
    site.replies["/page"] = answer
    id_ = want(database, site.url())

    web = site.web(total_seconds=0.5)
    tries = [attempt(database, web, id_) for _ in range(4)]

    assert tries == [(QUEUED, [60]), (QUEUED, [300]), (QUEUED, [1_800]), (FAILED, [])]
    with database.session() as session:
        assert documents.get(session, id_).attempts == 4
        intake.again(session, id_)  # somebody asks for it: it has all its tries again
    assert attempt(database, web, id_) == (QUEUED, [60]), "somebody asked for it: it has all its tries again"


def test_a_host_without_an_answer_or_a_robots_txt_at_the_moment_is_tried_again(database: Database, site: Site) -> None:
    site.replies["/robots.txt"] = reply(b"", 503)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        nobody = f"127.0.0.1:{silent.getsockname()[1]}"
        web = site.web(allowed_hosts=frozenset({f"127.0.0.1:{site.port}", nobody}))
        for url in (site.url(), f"http://{nobody}/"):
            assert attempt(database, web, want(database, url)) == (QUEUED, [60])


def test_a_page_that_fails_once_is_not_lost(database: Database, site: Site) -> None:
    site.replies["/page"] = reply(b"", 503)
    id_ = want(database, site.url())
    assert attempt(database, site.web(), id_) == (QUEUED, [60])
    site.replies["/page"] = reply()

    assert pages.obtain(id_, database, site.web())

    with database.session() as session:
        assert documents.content(session, id_) == PAGE


@pytest.mark.parametrize(("asked", "waited"), [("120", 120), ("5", 60), ("999999", 3_600)])
def test_a_server_that_says_when_to_come_back_is_left_alone_until_then_within_bounds(
    database: Database, site: Site, asked: str, waited: float
) -> None:
    site.replies["/page"] = reply(b"", 429, retry_after=asked)
    assert attempt(database, site.web(), want(database, site.url())) == (QUEUED, [waited])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_what_will_not_pass_fails_at_once(database: Database, site: Site, status: int) -> None:
    site.replies["/page"] = reply(b"", status)
    assert attempt(database, site.web(), want(database, site.url())) == (FAILED, [])


def test_what_robots_txt_forbids_fails_at_once(database: Database, site: Site) -> None:
    site.replies["/robots.txt"] = reply(b"User-agent: *\nDisallow: /page", content_type="text/plain")
    assert attempt(database, site.web(), want(database, site.url())) == (FAILED, [])


def test_a_page_whose_host_is_busy_waits_in_the_queue(database: Database) -> None:
    id_ = want(database, "https://courier.example/page")
    with database.session() as session:
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))

    assert not pages.obtain(id_, database, Web(Limits(), Turns(90), Resolver()))

    with database.session() as session:
        waits = "SELECT extract(epoch FROM scheduled_at - now()) FROM procrastinate_jobs WHERE status = 'todo'"
        assert 80 < session.execute(text(waits)).scalar_one() < 91
        assert documents.get(session, id_).state is DocumentState.QUEUED
