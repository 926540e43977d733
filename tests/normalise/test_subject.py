"""Whose metadata a page's are: its article's, not those of other stories, comments and updates on it."""

import json
from datetime import datetime
from typing import Any

import pytest

from app.model.article import ArticleKind
from app.normalise.page import split_page
from app.normalise.subject import Subject
from app.normalise.visible import parsed

PROSE = "<p>" + "The locks on the lower Danube were opened again on Thursday, the commission said. " * 5 + "</p>"
HERE = "https://news.example/river/locks-open"
OWN: dict[str, Any] = {"@type": "NewsArticle", "headline": "Locks on the Danube open again", "url": HERE}
OTHER: dict[str, Any] = {
    "@type": "NewsArticle", "headline": "Dog wins race in Perin", "url": "https://news.example/dogs/race",
    "author": {"name": "Ion Rus"}, "datePublished": "2026-01-02T08:00:00Z", "dateModified": "2026-01-03T08:00:00Z",
    "articleSection": "Dogs", "keywords": "dogs, races", "isAccessibleForFree": False,
}  # fmt: skip
CANONICAL = f'<link rel="canonical" href="{HERE}">'


def script(*nodes: Any) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def article(head: str, body: str):
    return split_page(f"<html><head>{head}</head><body>{body}</body></html>")[0]


@pytest.mark.parametrize(
    "nodes",
    [
        ({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}, OWN),
        (OWN, OTHER),
        (OTHER, OWN),
        ([OTHER, OWN],),
        ({"@graph": [OWN, OTHER]},),
    ],
    ids=["a list before", "a node after", "a node before", "an array", "a graph"],
)
@pytest.mark.parametrize("head", [CANONICAL, ""], ids=["known by its address", "known by its heading"])
def test_another_storys_json_ld_lends_nothing(nodes: tuple[Any, ...], head: str):
    item = article(head + script(*nodes), f"<h1>Locks on the Danube open again</h1>{PROSE}")
    assert (item.title, item.url, item.authors, item.published) == (OWN["headline"], HERE, (), None)
    told = item.particulars
    assert (told.modified, told.section, told.tags, told.paywalled) == (None, None, (), None)


def test_two_nodes_of_one_article_complete_each_other():
    again = {"@type": "BlogPosting", "headline": "Danube locks: open again at last", "url": f"{HERE}/?utm_source=feed"}
    signed = {**again, "author": {"name": "Ana Pop"}}
    assert article(CANONICAL + script(OWN, signed), PROSE).authors == ("Ana Pop",)


def test_a_node_that_is_described_alone_is_the_pages():
    assert article(script({**OTHER, "url": None}), PROSE).title == OTHER["headline"]


def test_a_topic_pages_list_is_no_article():
    titles = ["Ferry runs aground", "Mayor counts herons", "School gets boats", "Bridge painted green again"]
    entries = "".join(f"<h3>{title}</h3><p>The teaser says in a sentence what it is.</p>" for title in titles)
    listed = [{"@type": "NewsArticle", "headline": title, "author": {"name": "Ana Pop"}} for title in titles]
    content = f"<html><head>{{}}</head><body><h2>Danube</h2>{entries}</body></html>"
    plain = split_page(content.format(""))
    assert split_page(content.format(script({"@type": "ItemList", "itemListElement": listed}))) == plain
    assert split_page(content.format(script(listed))) == plain


def test_what_a_graph_refers_to_is_looked_up():
    graph = [
        {**OWN, "author": {"@id": "#p"}, "publisher": {"@id": "#o"}, "mainEntityOfPage": {"@id": HERE}},
        {"@type": "WebPage", "@id": HERE, "name": "Locks"},
        {"@type": "Person", "@id": "#p", "name": "Ana Pop"},
        {"@type": "Organization", "@id": "#o", "name": "The River Post"},
    ]
    item = article(script({"@graph": graph}), PROSE)
    assert (item.authors, item.outlet) == (("Ana Pop",), "The River Post")


def test_a_reference_to_nothing_or_to_itself_is_no_error():
    node = {**OWN, "@id": "#a", "author": [{"@id": "#a"}, {"@id": ["#x"]}], "publisher": {"@id": "#gone"}}
    assert article(script(node), PROSE).title == OWN["headline"]


CARD = (
    '<div itemscope itemtype="https://schema.org/NewsArticle"><a href="/dogs/race" itemprop="url">'
    '<h3 itemprop="headline">Dog wins race in Perin</h3></a><span itemprop="author">Ion Rus</span>'
    '<meta itemprop="datePublished" content="2026-01-02T08:00:00Z"></div>'
)
SIGNED = "<h1>Locks on the Danube open again</h1><p>By Jane Roe, 7 March 2026 10:15</p>"
DAY = datetime.fromisoformat("2026-03-07T10:15:00")


@pytest.mark.parametrize(
    "body",
    [
        f"{CARD}<article>{SIGNED}{PROSE}</article>",
        f'<div class="ticker"><time datetime="2026-01-02T08:00">2 Jan</time></div><article>{SIGNED}{PROSE}</article>',
        f'<nav><ul><li><time datetime="2026-01-02">2 Jan</time></ul></nav>{SIGNED}{PROSE}',
        f'{SIGNED}{PROSE}<div class="comments"><div><span itemprop="author">troll99</span>'
        '<time datetime="2026-03-09T08:00">9 March</time><p>First!</p></div></div>',
        f'{SIGNED}{PROSE}<div itemscope itemtype="https://schema.org/Comment"><a rel="author">troll99</a>'
        '<time itemprop="dateCreated" datetime="2026-03-09T08:00">9 March</time><p>First!</p></div>',
        f'{SIGNED}{PROSE}<section><h3>2 comments</h3><b itemprop="author">troll99</b>'
        '<time datetime="2026-03-09T08:00">9 March</time><p>First!</p></section>',
    ],
    ids=["a card", "a ticker", "a menu", "a comment", "a comment in microdata", "under a heading"],
)
def test_what_is_shown_of_the_article_comes_before_what_is_marked_elsewhere(body: str):
    item = article("", body)
    assert item.published is not None
    assert (item.authors, item.published.local) == (("Jane Roe",), DAY)


def test_what_is_said_of_the_page_as_a_whole_is_said_of_its_article():
    content = f'<h1>Locks open</h1><meta itemprop="datePublished" content="2026-03-07T10:15:00">{PROSE}'
    (item,) = split_page(f'<html itemscope itemtype="https://schema.org/WebPage"><body>{content}</body></html>')
    assert item.published is not None
    assert item.published.local == DAY


def test_an_articles_own_footer_may_say_when_and_who():
    footer = '<footer>Posted <time datetime="2026-03-07T10:15">7 March</time> by <a rel="author">Jane Roe</a></footer>'
    item = article(
        "", f"<article><h1>Locks open</h1>{PROSE}{footer}</article><footer><time>8 March 2026</time></footer>"
    )
    assert item.published is not None
    assert (item.authors, item.published.local) == (("Jane Roe",), DAY)


def test_of_marked_times_and_authors_those_beside_the_heading_count():
    body = (
        '<div><a rel="author">Ion Rus</a><time datetime="2026-01-02T08:00">2 January</time></div>'
        '<article><h1>Locks open</h1><a rel="author">Jane Roe</a><time datetime="2026-03-07T10:15">7 March</time>'
        f"{PROSE}</article>"
    )
    item = article("", body)
    assert item.published is not None
    assert (item.authors, item.published.local) == (("Jane Roe",), DAY)


UPDATE = (
    '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><h3 itemprop="headline">{}</h3>'
    '<span itemprop="author">Ion Rus</span><time itemprop="datePublished" datetime="2026-03-07T1{}:00Z">soon</time>'
    '<div itemprop="articleBody"><p>The water is another hand higher, the harbour master said.</p></div></div>'
)


def test_a_live_blog_in_microdata_is_not_signed_by_its_first_update_and_is_split():
    updates = UPDATE.format("Water rises", 2) + UPDATE.format("Water falls", 1)
    content = (
        '<div itemscope itemtype="https://schema.org/LiveBlogPosting"><h1 itemprop="headline">Flood: live</h1>'
        f'<meta itemprop="datePublished" content="2026-03-07T06:00:00Z">{updates}</div>'
    )
    whole, *told = split_page(f"<html><body>{content}</body></html>")
    assert whole.published is not None
    assert (whole.authors, str(whole.published.instant)) == ((), "2026-03-07 06:00:00+00:00")
    assert [(one.kind, one.title, one.authors) for one in told] == [
        (ArticleKind.LIVE_UPDATE, "Water rises", ("Ion Rus",)),
        (ArticleKind.LIVE_UPDATE, "Water falls", ("Ion Rus",)),
    ]
    assert all("another hand higher" in one.body for one in told)


@pytest.mark.parametrize("times", [1, 2])
def test_an_update_is_one_however_often_and_in_what_form_it_is_stated(times: int):
    update = {"@type": "BlogPosting", "headline": "Water rises", "articleBody": "By a hand, they say at the quay."}
    blog = {"@type": "LiveBlogPosting", "headline": "Flood: live", "liveBlogUpdate": update}
    _, *told = split_page(
        f"<html><head>{script(*[blog] * times)}</head><body><h1>Flood: live</h1>{PROSE}</body></html>"
    )
    assert [one.title for one in told] == ["Water rises"]


def test_an_address_is_compared_without_host_tracking_and_anchor():
    tree = parsed(f"<html><head>{CANONICAL}</head><body><h1>x</h1></body></html>")
    assert tree is not None
    subject = Subject.of(tree)
    near = {"@type": "Report", "mainEntityOfPage": {"@id": "http://m.news.example/river/locks-open/?utm_medium=x#main"}}
    assert subject.own([OTHER, near]) == (near,)
    assert subject.own([{"url": "http://[broken"}]) != ()
