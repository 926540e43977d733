import pytest

from app.model.document import PartForm, Stated
from app.model.errors import TooLarge, Unreadable
from app.read import read
from app.read.feed import entries
from tests.read.documents import document

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


def test_categories_are_tags_and_an_update_is_a_change():
    item = (
        "<item><title>Ice</title><pubDate>Thu, 19 Nov 2026 10:05:00 +0200</pubDate>"
        "<atom:updated>2026-11-20T08:00:00Z</atom:updated><category>River</category><category>Ice</category></item>"
    )
    head = "<link>https://wire.example/</link><title>River Wire</title>"
    (entry,) = entries(
        f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>{head}{item}</channel></rss>'
    )
    assert entry.stated is not None
    assert (entry.stated.tags, entry.stated.modified) == (("River", "Ice"), "2026-11-20T08:00:00Z")
    assert entry.stated.outlet_url == "https://wire.example/"


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


def feed_of(items: str, root: str = '<rss version="2.0">') -> str:
    return f"{root}<channel><title>River Wire</title>{items}</channel></rss>"


OLD = {
    "0.90": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>River Wire</title></channel>'
    "<item><title>Ice</title><link>https://wire.example/1</link></item></rdf:RDF>",
    "0.91 Netscape": '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    '"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>River Wire</title>'
    "<item><title>Ice</title><link>https://wire.example/1</link></item></channel></rss>",
    "0.92": '<rss version="0.92"><channel><title>River Wire</title><item><title>Ice</title>'
    "<link>https://wire.example/1</link></item></channel></rss>",
    "1.0": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>River Wire</title></channel>'
    '<item rdf:about="y"><title>Ice</title><link>https://wire.example/1</link><dc:date>2026-11-20</dc:date></item>'
    "</rdf:RDF>",
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>River Wire</title><entry>'
    "<title>Ice</title>"
    '<link rel="alternate" href="https://wire.example/1"/><modified>2026-11-20T08:00:00Z</modified></entry></feed>',
    "with a prefix": '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>River Wire</a:title><a:entry>'
    '<a:title>Ice</a:title><a:link href="https://wire.example/1"/></a:entry></a:feed>',
    "behind a server's warning": '<b>Warning</b>: no session in line 3\n<?xml version="1.0"?><rss version="2.0">'
    "<channel><title>River Wire</title><item><title>Ice</title><link>https://wire.example/1</link></item></channel></rss>",
    "without its end": '\n\n <rss version="2.0"><channel><title>River Wire</title><item><title>Ice</title>'
    "<link>https://wire.example/1</link>",
}


@pytest.mark.parametrize("declared", ["text/html", "application/octet-stream", "text/plain", "application/rss+xml", ""])
@pytest.mark.parametrize("feed", OLD.values(), ids=OLD)
def test_every_kind_of_feed_is_read_however_it_was_served(feed: str, declared: str):
    (entry,) = read(document(feed, declared)).parts
    assert entry.url == "https://wire.example/1"
    assert entry.stated is not None
    assert (entry.stated.title, entry.stated.outlet) == ("Ice", "River Wire")


@pytest.mark.parametrize(
    ("item", "partial"),
    [
        ("<title>T</title><description>A summary.</description>", True),
        ("<title>T</title>", True),
        (f"<title>T</title><description>{'The whole text. ' * 80}</description>", False),
        ("<title>T</title><description>A.</description><c:encoded>&lt;p&gt;The whole.&lt;/p&gt;</c:encoded>", False),
    ],
)  # fmt: skip
def test_an_entry_that_gives_only_a_summary_is_partial(item: str, partial: bool):
    root = '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/">'
    (entry,) = entries(feed_of(f"<item>{item}</item>", root))
    assert entry.partial is partial


def test_xhtml_content_and_relative_addresses():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ice</title><link href="../ice"/><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>whole</em> story.</p></div></content></entry></feed>'
    )
    (entry,) = entries(feed, "https://wire.example/feeds/all")
    assert (entry.url, entry.partial) == ("https://wire.example/ice", False)
    assert "<p>The <em>whole</em> story.</p>" in entry.content
    (based,) = entries(feed.replace("<feed ", '<feed xml:base="https://other.example/a/b" '))
    assert based.url == "https://other.example/ice"
    (loose,) = entries(feed)
    assert loose.url is None


@pytest.mark.parametrize("name", ["{}", "<![CDATA[{}]]>", "<name>{}</name>"])
def test_an_endless_name_is_read_in_little_time(name: str):
    (entry,) = entries(feed_of(f"<item><title>T</title><author>{name.format('a' * 300_000)}</author></item>"))
    assert entry.stated is not None
    assert entry.stated.title == "T"


MEDIA = '<rss version="2.0" xmlns:{0}="http://search.yahoo.com/mrss/">'


@pytest.mark.parametrize("prefix", ["media", "m"])
@pytest.mark.parametrize(
    "item",
    [
        "<description>The bridge is shut.</description><{0}:description>The southern pillar as seen</{0}:description>",
        "<{0}:description>The southern pillar as seen</{0}:description><description>The bridge is shut.</description>",
        '<{0}:content url="p.jpg"><{0}:description type="plain">The southern pillar as seen</{0}:description>'
        "</{0}:content><description>The bridge is shut.</description>",
    ],
)
def test_the_caption_of_a_picture_is_not_the_text_of_the_entry(prefix: str, item: str):
    (entry,) = entries(feed_of(f"<item><title>T</title>{item.format(prefix)}</item>", MEDIA.format(prefix)))
    assert (entry.content, entry.partial) == ("The bridge is shut.", True)


def test_what_is_told_of_a_film_is_the_text_where_there_is_no_other():
    told = "<media:group><media:description>The bridge in a minute.\n\nBy Jane.</media:description></media:group>"
    (entry,) = entries(feed_of(f"<item><title>T</title>{told}</item>", MEDIA.format("media")))
    assert (entry.content, entry.partial) == ("The bridge in a minute.\n\nBy Jane.", True)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("&lt;i&gt;Hamlet&lt;/i&gt; &amp;amp; co", "Hamlet & co"),
        ("<![CDATA[Locks<br/>open &#8211; at <b>last</b>]]>", "Locks open – at last"),
        ("Profit &lt; 5, loss &gt; 3", "Profit < 5, loss > 3"),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_a_title_is_without_markup(title: str, plain: str):
    (entry,) = entries(feed_of(f"<item><title>{title}</title></item>"))
    assert entry.stated is not None
    assert entry.stated.title == plain


def test_a_title_that_is_plain_text_stays_as_it_is():
    title = "<title>How &lt;b&gt; became &amp;lt;strong&amp;gt;</title>"
    (entry,) = entries(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{title}</entry></feed>')
    assert entry.stated is not None
    assert entry.stated.title == "How <b> became &lt;strong&gt;"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>jane@courier.media (Jane Roe)</author>", "Jane Roe"),
        ("<author>jane@courier.com (Jane (JR) Roe)</author>", "Jane (JR) Roe"),
        ("<author>Jane Roe &lt;jane.roe@news.courier.example&gt;</author>", "Jane Roe"),
        ("<dc:creator><![CDATA[jane@courier.museum (Jane Roe)]]></dc:creator>", "Jane Roe"),
        ("<author>jane@courier.media</author>", None),
        ("<author>Jane Roe @courier</author>", "Jane Roe @courier"),
    ],
)
def test_an_address_is_no_part_of_a_name(author: str, name: str | None):
    root = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    (entry,) = entries(feed_of(f"<item><title>T</title>{author}</item>", root))
    assert entry.stated is not None
    assert entry.stated.authors == ((name,) if name else ())


@pytest.mark.parametrize("name", ["a@" * 300_000, "a" * 900 + "@", "a." * 300 + "@b" + ".c" * 150_000])
def test_endless_addresses_are_read_in_little_time(name: str):
    (entry,) = entries(feed_of(f"<item><title>T</title><author>{name}</author></item>"))
    assert entry.stated is not None
