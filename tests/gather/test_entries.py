import json
from datetime import UTC, datetime

import pytest

from app.fetch import Page, Validators
from app.gather.entries import entries
from app.model.errors import Unreadable
from app.model.source import Entries

RSS = """<rss version="2.0"><channel><title>The Courier</title>
<item><title>Harbour stays open</title><link>/harbour</link><description>No closure, she said.</description></item>
<item><title>Ferries return</title><link>https://ferries.example/1</link></item>
<item><title>Mail us</title><link>mailto:desk@courier.example</link></item>
<item><title>Ferries return</title><link>https://ferries.example/1</link></item>
</channel></rss>"""


def fetched(content: str, media_type: str = "application/rss+xml") -> Page:
    return Page(
        url="https://courier.example/feed",
        content=content.encode(),
        media_type=media_type,
        charset="utf-8",
        validators=Validators(),
        fetched_at=datetime(2026, 3, 14, tzinfo=UTC),
    )


def test_entries_link_to_pages_on_the_web() -> None:
    links = [entry.url for entry in entries(fetched(RSS), Entries.PAGES)]
    assert links == ["https://courier.example/harbour", "https://ferries.example/1", None]


def test_an_entry_whose_text_was_corrected_is_new_where_the_feed_is_kept() -> None:
    corrected = RSS.replace("No closure", "No such closure")
    for kind, new in ((Entries.PAGES, 0), (Entries.FEED, 1)):
        marks = [{entry.mark for entry in entries(fetched(text), kind)} for text in (RSS, corrected)]
        assert len(marks[1] - marks[0]) == new


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>urn:courier</id>
<entry><title>Harbour stays open</title><id>urn:1</id><link href="https://courier.example/1"/>
<published>2026-03-13T10:00:00Z</published><updated>2026-03-13T10:00:00Z</updated>
<summary type="html">&lt;p&gt;It stays &lt;b&gt;open&lt;/b&gt;.&lt;/p&gt;</summary></entry></feed>"""
DATED = """<rss version="2.0"><channel><title>The Courier</title>
<lastBuildDate>Fri, 13 Mar 2026 10:00:00 GMT</lastBuildDate>
<item><title>Harbour stays open</title><link>https://courier.example/1</link><guid>1</guid>
<pubDate>Fri, 13 Mar 2026 10:00:00 GMT</pubDate><description>It stays open.</description></item></channel></rss>"""
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [{"id": "1",
"url": "https://courier.example/1", "title": "Harbour stays open", "content_text": "It stays open.",
"date_published": "2026-03-13T10:00:00Z", "date_modified": "2026-03-13T10:00:00Z"}]}"""
RSS_TYPE, ATOM_TYPE, JSON_TYPE = "application/rss+xml", "application/atom+xml", "application/feed+json"


@pytest.mark.parametrize(
    ("feed", "media_type", "before", "after"),
    [
        (DATED, RSS_TYPE, "Harbour stays", "Harbour now stays"),
        (DATED, RSS_TYPE, "It stays", "It now stays"),
        (DATED, RSS_TYPE, "<pubDate>Fri, 13 Mar 2026 10", "<pubDate>Fri, 13 Mar 2026 11"),
        (ATOM, ATOM_TYPE, "<updated>2026-03-13T10", "<updated>2026-03-13T11"),
        (ATOM, ATOM_TYPE, "It stays", "It now stays"),
        (JSON_FEED, JSON_TYPE, 'modified": "2026-03-13T10', 'modified": "2026-03-13T11'),
    ],
)
def test_a_corrected_entry_is_the_same_one_that_says_something_else(
    feed: str, media_type: str, before: str, after: str
) -> None:
    assert before in feed
    (was,), (is_,) = (entries(fetched(text, media_type), Entries.PAGES) for text in (feed, feed.replace(before, after)))
    assert was.mark == is_.mark
    assert was.said != is_.said


@pytest.mark.parametrize(
    ("feed", "media_type", "before", "after"),
    [
        (DATED, RSS_TYPE, "<lastBuildDate>Fri, 13 Mar 2026 10", "<lastBuildDate>Fri, 13 Mar 2026 11"),
        (DATED, RSS_TYPE, "It stays open.", "  It stays\n open.  "),
        (ATOM, ATOM_TYPE, "&lt;b&gt;open&lt;/b&gt;.", "open.&lt;img src='https://count.example/?visit=2'&gt;"),
    ],
    ids=["built anew", "wrapped", "a picture that counts visits"],
)
def test_an_entry_in_other_letters_says_the_same(feed: str, media_type: str, before: str, after: str) -> None:
    assert before in feed
    assert entries(fetched(feed, media_type), Entries.PAGES) == entries(
        fetched(feed.replace(before, after), media_type), Entries.PAGES
    )


def test_a_json_feed_is_a_feed() -> None:
    item = {"id": "1", "url": "https://courier.example/1", "title": "Harbour", "content_text": "It stays open."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [item]}
    found = entries(fetched(json.dumps(feed), "application/feed+json"), Entries.PAGES)
    assert [entry.url for entry in found] == ["https://courier.example/1"]


def test_a_page_is_no_feed() -> None:
    with pytest.raises(Unreadable, match="no feed"):
        entries(fetched("<html><p>Harbour stays open.</p></html>", "text/html"), Entries.FEED)
