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
from tests.fetch.site import PAGE, Resolver, Site, Turns, redirect, reply


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


def test_a_page_whose_host_is_busy_waits_in_the_queue(database: Database) -> None:
    id_ = want(database, "https://courier.example/page")
    with database.session() as session:
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))

    assert not pages.obtain(id_, database, Web(Limits(), Turns(90), Resolver()))

    with database.session() as session:
        waits = "SELECT extract(epoch FROM scheduled_at - now()) FROM procrastinate_jobs WHERE status = 'todo'"
        assert 80 < session.execute(text(waits)).scalar_one() < 91
        assert documents.get(session, id_).state is DocumentState.QUEUED
