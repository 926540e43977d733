"""HTML pages. The examples are ours."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.article import ArticleKind
from app.normalise.page import fragment_paragraphs, split_page

EXAMPLES = Path(__file__).parents[2] / "examples"
PROSE = "<p>" + "The locks on the lower Danube were opened again on Thursday, the commission said. " * 5 + "</p>"


def page(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def article(head: str, body: str = PROSE):
    return split_page(f"<html><head>{head}</head><body>{body}</body></html>")[0]


def test_json_ld_states_the_article():
    (item,) = split_page(page("article-with-metadata.html"))
    assert item.title == '"We counted every barge": inside the commission that watches the Danube'
    assert item.authors == ("Paula Stan", "Mihai Oros")
    assert item.published is not None
    assert item.published.instant is not None
    assert item.published.instant.isoformat() == "2026-11-14T07:30:00+02:00"
    assert item.published.origin == "json-ld:datePublished"
    assert (item.outlet, item.language) == ("The River Post", "en")
    assert item.url == "https://riverpost.example/2026/11/14/we-counted-every-barge"
    assert item.body.startswith("When the locks closed in September")
    assert item.body.endswith('"The river does not read agreements," she said.')
    assert item.body.count("\n\n") == 5


def test_a_page_without_metadata_is_read_from_what_it_shows():
    (item,) = split_page(page("article-bare.html"))
    assert item.title == "Kyiv hosts second round of Danube talks"
    assert item.authors == ("Oksana Dovhal",)
    assert item.published is not None
    assert item.published.local == datetime.fromisoformat("2026-11-18T14:20:00")
    assert item.body.startswith("Ministers from Orvania")
    assert item.body.endswith("when the same commas were discussed.")


def test_a_live_blog_is_the_page_whole_and_its_updates():
    whole, *updates = split_page(page("live-page.html"))
    assert whole.kind is ArticleKind.ARTICLE
    assert [update.kind for update in updates] == [ArticleKind.LIVE_UPDATE] * 3
    assert updates[2].title == 'Lowe: "Please look out of the window"'
    assert updates[2].published is not None
    assert updates[2].published.instant is not None
    assert "commas away" in whole.body


def test_meta_tags_come_after_json_ld():
    item = article(
        '<meta property="og:title" content="Locks open | The River Post">'
        '<meta property="og:site_name" content="The River Post"><meta name="author" content="By Ana Pop">'
        '<meta property="article:published_time" content="2026-11-19T08:00:00Z">'
    )
    assert (item.title, item.authors, item.outlet) == ("Locks open", ("Ana Pop",), "The River Post")
    assert item.published is not None
    assert item.published.origin == "meta:article:published_time"


def test_the_zone_is_taken_from_whoever_names_it():
    script = '{"@type": "NewsArticle", "headline": "T", "datePublished": "2026-11-19T10:00:00"}'
    item = article(
        f'<script type="application/ld+json">{script}</script>'
        '<meta property="article:published_time" content="2026-11-19T10:00:00+02:00">'
    )
    assert item.published is not None
    assert item.published.instant is not None


def test_a_day_behind_the_title_is_the_last_resort():
    head = "<title>Locks open | Danube | 19.11.2026</title>"
    item = article(head)
    assert item.published is not None
    assert (item.published.origin, item.published.local) == ("title", datetime.fromisoformat("2026-11-19T00:00:00"))
    dated = article(f'{head}<meta property="article:published_time" content="2026-11-18T08:00:00Z">')
    assert dated.published is not None
    assert dated.published.origin == "meta:article:published_time"


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Updated <time>8 March 2026 11:00</time></p><p>Published <time>7 March 2026 10:15</time></p>",
        '<p><time class="updated">8 March 2026 11:00</time> <time>7 March 2026 10:15</time></p>',
        "<p>Updated 8 March 2026 11:00</p><p>Published 7 March 2026 10:15</p>",
    ],
)
def test_a_change_is_no_publication(shown: str):
    head = '<meta name="last-modified" content="2026-03-09T08:00:00Z">'
    item = article(head, f"<h1>Locks open</h1>{shown}{PROSE}")
    assert item.published is not None
    assert item.published.local == datetime.fromisoformat("2026-03-07T10:15:00")


def test_markup_names_the_author_where_nothing_else_does():
    signed = f'<a rel="author" href="/ana">Ana Pop</a>{PROSE}'
    assert article("", signed).authors == ("Ana Pop",)
    assert article('<meta name="author" content="Ion Rus">', signed).authors == ("Ion Rus",)


@pytest.mark.parametrize(
    "signed",
    [
        '<p class="byline">By <a href="/ana">Ana Pop</a> <span>Tuesday, Aug. 17, 2031</span></p>',
        '<p class="entry__byline">By <a href="/ana">Ana Pop</a> on Aug 17, 2031 at 9:00a</p>',
        '<div class="author"><a class="name" href="/ana">Ana Pop</a></div>',
        '<span class="author vcard"><a href="/ana">Ana Pop</a></span>',
        '<p class="byline vcard">By <a class="author fn" href="/ana">Ana Pop</a></p>',
    ],
)
def test_a_byline_is_read_as_one_wherever_the_markup_names_it(signed: str):
    tools = "<div><span>Text Size</span> <a href='mailto:x'>Email This</a></div>"
    assert article("", f"<div><h1>Locks open</h1>{tools}{signed}{PROSE}</div>").authors == ("Ana Pop",)


def test_a_time_that_is_called_a_byline_signs_nothing():
    shown = '<h1>Locks open</h1><div class="byline"><p>9:39AM BST 05 Oct 2031</p></div>'
    assert article("", shown + PROSE).authors == ()


def test_signatures_of_other_stories_are_not_the_articles():
    logo = '<a href="/"><h1>The River Post</h1></a>'
    own = '<div><h1>Locks open on the Danube</h1><p class="byline vcard">By Ana Pop</p></div>'
    other = '<div><h3><a href="/x">Barges wait</a></h3><p class="byline">By Ion Rus</p></div>'
    head = "<title>Locks open on the Danube | The River Post</title>"
    assert article(head, f"{other}{logo}{own}{PROSE}").authors == ("Ana Pop",)


def test_an_outlet_signs_only_where_nobody_else_does():
    site = '<meta property="og:site_name" content="River Post"><meta name="author" content="River Post">'
    assert article(site).authors == ("River Post",)
    assert article(f'{site}<meta name="byl" content="By Ana Pop">').authors == ("Ana Pop",)


def test_the_text_in_json_ld_tells_which_paragraphs_belong():
    told = "The locks on the lower Danube were opened again on Thursday, the commission said. " * 5
    other = "<p>Elsewhere on this site a reader can find what the minister of fish had to say about it.</p>"
    script = f'{{"@type": "NewsArticle", "headline": "Locks open", "articleBody": "&lt;p&gt;{told}&lt;/p&gt;"}}'
    item = article(f'<script type="application/ld+json">{script}</script>', f"<div>{PROSE}{other}{PROSE}</div>")
    assert "minister of fish" not in item.body
    assert item.body.count("The locks on the lower Danube") == 10


def test_a_sentence_that_begins_with_by_in_some_language_stays_in_the_body():
    sentence = "Von der Wiese trifft Muster in Kiew, Beispiel in Odessa, Probe in Lwiw."
    item = article("", f"<h1>Der Fluss ist offen</h1><p>{sentence}</p>{PROSE}")
    assert (item.body.partition("\n")[0], item.authors) == (sentence, ())


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Roe, Jane", ("Jane Roe",)),
        ("Jane Roe, John Doe", ("Jane Roe", "John Doe")),
        ("Reuters, AFP", ("Reuters", "AFP")),
    ],
)
def test_a_stated_name_may_have_the_family_first(stated: str, authors: tuple[str, ...]):
    assert article(f'<meta name="author" content="{stated}">').authors == authors


def test_broken_json_ld_is_passed_over():
    item = article(
        '<title>Locks open</title><script type="application/ld+json">{"@type": "NewsArticle", "headli</script>'
    )
    assert item.title == "Locks open"


def test_a_title_sheds_the_label_that_the_page_itself_leaves_out():
    script = '{"@type": "NewsArticle", "headline": "Danube: Locks open"}'
    item = article(
        f'<script type="application/ld+json">{script}</script><meta property="og:title" content="Locks open">'
    )
    assert item.title == "Locks open"


def test_a_page_without_an_article_is_split_by_what_it_shows():
    entries = "".join(
        f"<h3>Headline number {n} about the river</h3><p>The {n}. teaser says in a sentence what it is.</p>"
        for n in range(4)
    )
    items = split_page(f"<html><body><h2>Danube</h2>{entries}</body></html>")
    assert items
    assert all("teaser says" in item.body for item in items)


def test_a_fragment_keeps_all_its_paragraphs_but_chrome():
    assert fragment_paragraphs("One<br>two <b>bold</b><p>three</p><p>Share</p><script>x()</script>") == (
        "One",
        "two bold",
        "three",
    )


@settings(max_examples=60)
@given(st.integers(0, 3000), st.text(max_size=20), st.sampled_from(["article-with-metadata.html", "live-page.html"]))
def test_damaged_pages_are_split_without_an_error(at: int, noise: str, name: str):
    html = page(name)
    split_page(html[:at] + noise + html[at + len(noise) :])


@settings(max_examples=60)
@given(st.text(alphabet="<>/pdivah1=\"'& \n\x01\ufffd!-[]", max_size=200))
def test_any_markup_is_split_without_an_error(html: str):
    split_page(html)
    fragment_paragraphs(html)


def test_half_an_emoji_in_metadata_is_left_out():
    item = article(
        r'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mayor \ud83d quits", '
        r'"author": {"name": "Ana \ud800 Brandt"}, "url": "https://example.org/\udfff"}</script>'
    )
    assert (item.title, item.authors) == ("Mayor quits", ("Ana Brandt",))
    assert (item.url or "").isprintable()
    f"{item}".encode()


def test_an_author_named_like_part_of_the_house_gives_way_to_another():
    house = '<meta property="og:site_name" content="Velm Courier Media Ltd">'
    signed = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Velm Courier"}}</script>'
    assert article(house + signed).authors == ("Velm Courier",)
    assert article(house + signed + '<meta name="author" content="Ana Pop">').authors == ("Ana Pop",)
