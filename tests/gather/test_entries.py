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


def test_a_json_feed_is_a_feed() -> None:
    item = {"id": "1", "url": "https://courier.example/1", "title": "Harbour", "content_text": "It stays open."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [item]}
    found = entries(fetched(json.dumps(feed), "application/feed+json"), Entries.PAGES)
    assert [entry.url for entry in found] == ["https://courier.example/1"]


def test_a_page_is_no_feed() -> None:
    with pytest.raises(Unreadable, match="no feed"):
        entries(fetched("<html><p>Harbour stays open.</p></html>", "text/html"), Entries.FEED)
