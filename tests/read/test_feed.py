import pytest

from app.model.document import PartForm, Stated
from app.model.errors import TooLarge, Unreadable
from app.read.feed import entries

RSS = """<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>River Wire</title><language>en</language>
<item><title>Locks open</title><link>https://wire.example/1</link><pubDate>Thu, 19 Nov 2026 10:05:00 +0200</pubDate>
<dc:creator>Jonas Feld</dc:creator><description>&lt;p&gt;The locks are open.&lt;/p&gt;</description></item>
<item><link>https://wire.example/2</link></item>
<item><title>Only a title</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>River Wire</title><entry><title>Ice</title>
<link href="https://wire.example/3"/><updated>2026-11-20T08:00:00Z</updated><author><name>Ana Pop</name></author>
<summary>Short.</summary><content type="html">&lt;p&gt;The whole story of the ice.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_is_a_part_with_what_the_feed_states():
    first, second = entries(RSS)
    assert first.form is PartForm.HTML
    assert first.content == "<p>The locks are open.</p>"
    assert first.url == "https://wire.example/1"
    assert first.stated == Stated(
        title="Locks open",
        authors=("Jonas Feld",),
        published="Thu, 19 Nov 2026 10:05:00 +0200",
        language="en",
        outlet="River Wire",
    )
    assert (second.content, second.stated and second.stated.title) == ("", "Only a title")


def test_the_full_content_is_preferred_to_the_summary():
    (entry,) = entries(ATOM)
    assert entry.content == "<p>The whole story of the ice.</p>"
    assert entry.stated is not None
    assert (entry.stated.authors, entry.stated.published) == (("Ana Pop",), "2026-11-20T08:00:00Z")


def test_an_address_in_place_of_a_feed_is_not_fetched():
    for address in ("http://127.0.0.1:1/feed.xml", "/etc/hostname"):
        with pytest.raises(Unreadable, match="holds no entry"):
            entries(address)


def test_entities_are_not_expanded_from_files():
    entity = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    bomb = f"{entity}<rss><channel><item><title>a&x;b</title></item></channel></rss>"
    assert all(part.stated and part.stated.title in ("ab", "a&x;b") for part in entries(bomb))


def test_endless_feeds_are_refused():
    with pytest.raises(TooLarge, match="20000"):
        entries("<rss><channel>" + "<item><title>t</title></item>" * 20_001 + "</channel></rss>")
