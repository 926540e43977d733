from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from app.fetch import Limits, Web
from app.gather import feeds, pages
from app.kit.clock import now
from app.model.document import DocumentState
from app.model.source import LONGEST_INTERVAL, Entries
from app.store import documents, sources
from app.store.records import DocumentRecord, SourceRecord
from app.store.session import Database
from app.store.sources import Schedule
from tests.fetch.site import Reply, Site, Turns, redirect, reply

MOST = 1_000_000


def feed(*titles: str, **texts: str) -> bytes:
    """A feed of entries with these titles, and for some a text."""
    items = "".join(
        f"<item><title>{t}</title><link>/{t.lower()}</link><description>{texts.get(t, '')}</description></item>"
        for t in titles
    )
    return f'<rss version="2.0"><channel><title>The Courier</title>{items}</channel></rss>'.encode()


@pytest.fixture
def courier(site: Site) -> Site:
    """A site with a feed of two entries."""
    site.replies["/feed"] = reply(feed("Harbour", "Ferries"), content_type="application/rss+xml", etag='"1"')
    return site


def add(database: Database, url: str, entries: Entries = Entries.FEED) -> UUID:
    schedule = Schedule(outlet="The Courier", interval_seconds=900, entries=entries, paused=False)
    with database.session() as session:
        return sources.create(session, url, schedule, now()).id


def look(database: Database, site: Site, source_id: UUID) -> SourceRecord:
    """Look at it as if it were due."""
    with database.session() as session:
        sources.postpone(session, source_id, now())
    feeds.look(source_id, database, site.web(), MOST)
    with database.session() as session:
        return sources.get(session, source_id)


def stored(database: Database) -> list[DocumentRecord]:
    with database.session() as session:
        return list(documents.page(session, documents.DocumentFilter(), after=None, limit=1000).items)


def jobs(database: Database) -> int:
    with database.session() as session:
        looks = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'sources'"
        return int(session.execute(text(looks)).scalar_one())


def test_a_feed_with_new_entries_is_a_document(database: Database, courier: Site) -> None:
    source = look(database, courier, add(database, courier.url("/feed")))
    (document,) = stored(database)
    assert (document.url, document.outlet) == (courier.url("/feed"), "The Courier")
    assert document.media_type == "application/rss+xml"
    assert source.last_changed_at is not None
    assert source.last_changed_at == source.last_polled_at
    assert timedelta(seconds=800) < source.next_poll_at - now() < timedelta(seconds=901)


def test_a_feed_that_has_not_changed_is_not_sent_again(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"))
    first = look(database, courier, id_)
    courier.replies["/feed"] = reply(b"", 304)
    second = look(database, courier, id_)
    assert courier.headers[-1]["If-None-Match"] == '"1"'
    assert len(stored(database)) == 1
    assert (second.failures, second.last_changed_at) == (0, first.last_changed_at)
    assert second.last_polled_at != first.last_polled_at


def test_a_feed_that_has_moved_is_not_sent_again_but_where_it_moves_on(database: Database, courier: Site) -> None:
    courier.replies["/rss"] = redirect("/feed")
    id_ = add(database, courier.url("/rss"))
    asked = []
    for where in ("/feed", "/feed", "/other"):
        courier.replies |= {"/rss": redirect(where), "/other": courier.replies["/feed"]}
        look(database, courier, id_)
        asked.append(courier.headers[-1].get("If-None-Match"))
    assert asked == [None, '"1"', None]


def test_other_bytes_without_a_new_entry_are_nothing_new(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"))
    look(database, courier, id_)
    courier.replies["/feed"] = reply(feed("Ferries") + b"<!-- built at noon -->", content_type="application/rss+xml")
    look(database, courier, id_)
    assert len(stored(database)) == 1


def test_each_page_that_entries_link_to_is_asked_for_once(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    look(database, courier, id_)
    courier.replies["/feed"] = reply(feed("Museum", "Harbour", "Ferries"), content_type="application/rss+xml")
    look(database, courier, id_)
    wanted = {document.url for document in stored(database)}
    assert wanted == {courier.url(f"/{name}") for name in ("harbour", "ferries", "museum")}
    assert len(stored(database)) == 3
    assert {document.outlet for document in stored(database)} == {"The Courier"}


def rss(content: bytes) -> Reply:
    return reply(content, content_type="application/rss+xml")


def fetch_all(database: Database, site: Site) -> list[str]:
    """Fetch every page that waits to be, and see its document through: what was asked for."""
    before = len(site.asked)
    for document in stored(database):
        if document.sha256 is None and pages.obtain(document.id, database, site.web()):
            with database.session() as session:
                documents.finish(session, document.id)
    return [path for path in site.asked[before:] if path != "/robots.txt"]


def test_the_page_of_a_corrected_entry_is_fetched_again_and_no_other(database: Database, courier: Site) -> None:
    courier.replies |= {"/harbour": reply(etag='"1"'), "/ferries": reply()}
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    look(database, courier, id_)
    assert sorted(fetch_all(database, courier)) == ["/ferries", "/harbour"]

    courier.replies["/feed"] = rss(feed("Harbour", "Ferries", Harbour="It closes after all."))
    courier.replies["/harbour"] = reply(b"<p>Harbour closes after all</p>", etag='"2"')
    source = look(database, courier, id_)
    assert source.last_changed_at == source.last_polled_at
    assert fetch_all(database, courier) == ["/harbour"]
    assert courier.headers[-1]["If-None-Match"] == '"1"'
    look(database, courier, id_)
    assert fetch_all(database, courier) == [], "it says what it said at the last look"

    assert sorted(document.url or "" for document in stored(database)) == [
        *(courier.url(path) for path in ("/ferries", "/harbour", "/harbour"))
    ]


def test_a_page_that_did_not_change_with_its_entry_stays_one_document(database: Database, courier: Site) -> None:
    courier.replies |= {"/harbour": reply(etag='"1"'), "/ferries": reply()}
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    look(database, courier, id_)
    fetch_all(database, courier)
    courier.replies["/feed"] = rss(feed("Harbour", "Ferries", Harbour="Open.", Ferries="Back."))
    courier.replies["/harbour"] = reply(b"", 304)
    look(database, courier, id_)
    assert sorted(fetch_all(database, courier)) == ["/ferries", "/harbour"]
    assert len(stored(database)) == 2


def test_a_corrected_entry_whose_page_could_not_be_had_is_tried_again(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    look(database, courier, id_)
    fetch_all(database, courier)
    assert {document.state for document in stored(database)} == {DocumentState.FAILED}
    courier.replies["/feed"] = rss(feed("Harbour", "Ferries", Harbour="It closes after all."))
    look(database, courier, id_)
    states = {document.url: document.state for document in stored(database)}
    assert states == {
        courier.url("/harbour"): DocumentState.QUEUED,
        courier.url("/ferries"): DocumentState.FAILED,
    }


def test_an_entry_seen_before_we_took_down_what_it_says_is_nothing_new(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    look(database, courier, id_)
    with database.session() as session:
        session.execute(text("UPDATE source_entry SET said = NULL"))
        session.execute(text("DELETE FROM document"))
    look(database, courier, id_)
    assert stored(database) == []
    courier.replies["/feed"] = rss(feed("Harbour", "Ferries", Harbour="It closes after all."))
    look(database, courier, id_)
    assert [document.url for document in stored(database)] == [courier.url("/harbour")]


def test_what_is_too_much_for_one_look_is_left_for_the_next(
    database: Database, courier: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "MOST_NEW", 1)
    id_ = add(database, courier.url("/feed"), Entries.PAGES)
    for _ in range(2):
        look(database, courier, id_)
        assert "If-None-Match" not in courier.headers[-1]
    assert len(stored(database)) == 2


@pytest.mark.parametrize(("path", "said"), [("/none", "404"), ("/page", "no feed")])
def test_failures_are_counted_and_looked_at_less_often(database: Database, site: Site, path: str, said: str) -> None:
    id_ = add(database, site.url(path))
    first, second = look(database, site, id_), look(database, site, id_)
    assert second.last_error is not None
    assert said in second.last_error
    assert (first.failures, second.failures) == (1, 2)
    assert timedelta(seconds=3_500) < second.next_poll_at - now() < timedelta(seconds=3_601)
    for _ in range(12):
        last = look(database, site, id_)
    assert last.next_poll_at - now() < timedelta(seconds=LONGEST_INTERVAL + 1)

    site.replies[path] = reply(feed("Harbour"), content_type="application/rss+xml")
    assert (look(database, site, id_).failures, look(database, site, id_).last_error) == (0, None)


def test_only_what_is_due_is_looked_at_and_by_one_worker_alone(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"))
    for _ in range(2):
        feeds.look(id_, database, courier.web(), MOST)
    assert courier.asked.count("/feed") == 1

    with database.session() as session:
        sources.postpone(session, id_, now())
        sources.change(
            session, id_, Schedule(outlet=None, interval_seconds=900, entries=Entries.FEED, paused=True), now()
        )
    feeds.queue_due(database)
    feeds.look(id_, database, courier.web(), MOST)
    assert courier.asked.count("/feed") == 1
    with database.session() as session:
        assert (
            session.execute(text("SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'sources'")).scalar() == 0
        )


def test_what_is_due_is_queued_once(database: Database, courier: Site) -> None:
    add(database, courier.url("/feed"))
    for _ in range(2):
        feeds.queue_due(database)
    assert jobs(database) == 1


def test_a_source_whose_host_is_busy_is_looked_at_later(database: Database) -> None:
    id_ = add(database, "https://courier.example/feed")
    feeds.look(id_, database, Web(Limits(), Turns(60)), MOST)
    with database.session() as session:
        source = sources.get(session, id_)
    assert source.failures == 0
    assert timedelta(seconds=50) < source.next_poll_at - now() < timedelta(seconds=61)


def test_a_source_that_is_deleted_while_its_feed_is_fetched_leaves_nothing(database: Database, courier: Site) -> None:
    id_ = add(database, courier.url("/feed"))
    answer = courier.replies["/feed"]

    def deleting(handler: object) -> None:
        with database.session() as session:
            sources.remove(session, id_)
        answer(handler)  # type: ignore[arg-type]

    courier.replies["/feed"] = deleting
    feeds.look(id_, database, courier.web(), MOST)
    assert stored(database) == []
