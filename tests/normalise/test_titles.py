"""Titles: which of a page's several is the article's, and what is cut off it."""

import json

import pytest

from app.normalise.jsonld import article_nodes
from app.normalise.titles import page_title, title_tail
from app.normalise.visible import parsed

TITLE = "Locks on the lower Danube open again"


def title_of(
    stated: dict[str, str] | None = None, meta: str | None = None, h1: str = "", outlet: str | None = None
) -> str | None:
    script = json.dumps({"@type": "NewsArticle", **stated}) if stated else ""
    tree = parsed(f'<html><head><script type="application/ld+json">{script}</script></head><h1>{h1}</h1></html>')
    assert tree is not None
    return page_title(tree, article_nodes(tree), {"og:title": meta} if meta else {}, outlet)


def test_json_ld_comes_before_the_meta_tags():
    assert title_of({"headline": TITLE}, "Danube locks: what we know") == TITLE


def test_the_meta_tags_come_first_where_json_ld_calls_the_article_so_too():
    assert title_of({"headline": "Danube locks open: all you need to know", "name": TITLE}, TITLE) == TITLE


def test_a_live_blog_is_titled_by_the_meta_tags():
    assert title_of({"@type": "LiveBlogPosting", "headline": "Danube LIVE: latest"}, TITLE) == TITLE


@pytest.mark.parametrize(
    ("stated", "meta", "h1"),
    [
        (f"{TITLE} | Sport", TITLE, ""),
        (f"{TITLE} – The River Post", None, ""),
        (f"{TITLE} - Danube news", None, TITLE),
    ],
    ids=["what stands before a bar", "the site's name", "what a heading shows"],
)
def test_a_title_sheds_section_and_site(stated: str, meta: str | None, h1: str):
    assert title_of({"headline": stated}, meta, h1, outlet="River Post") == TITLE


@pytest.mark.parametrize(
    ("stated", "outlet", "title"),
    [
        ("Ferry - bridge talks fail - Perin News", "Perin News", "Ferry - bridge talks fail"),
        ("Perin: council warns - captains react - PNN", "PNN", "Perin: council warns - captains react"),
        ("Council sues - judge rules for PNN", "PNN", "Council sues - judge rules for PNN"),
        ("Locks open - Perin - News", "Perin - News", "Locks open"),
        ("Locks open - Perin News Europe", "Perin News", "Locks open"),
        ("閘門開放：河日報", "河日報", "閘門開放"),
        ("Locks open - and closed", None, "Locks open - and closed"),
    ],
)
def test_a_title_sheds_the_sites_name_and_nothing_before_it(stated: str, outlet: str | None, title: str):
    assert title_of({"headline": stated}, outlet=outlet) == title


def test_a_long_title_is_read_in_time_linear_in_it():
    assert title_of({"headline": "a - " * 50_000 + "River Post"}, outlet="River Post") is not None


def test_a_label_is_shed_where_a_heading_shows_another():
    assert title_of({"headline": f"Danube: {TITLE}"}, h1=f"Talks in Kyiv – {TITLE}") == TITLE


@pytest.mark.parametrize("h1", [f"Danube - {TITLE}", f"Danube: all news and {TITLE}", "Something else"])
def test_a_label_stays_where_no_heading_changes_it(h1: str):
    assert title_of({"headline": f"Danube: {TITLE}"}, h1=h1) == f"Danube: {TITLE}"


def test_a_page_without_any_title_has_none():
    assert title_of() is None


@pytest.mark.parametrize(
    ("title", "tail"), [(f"{TITLE} | Europe | 28.04.2026", "28.04.2026"), (TITLE, None), (f"{TITLE} |", "")]
)
def test_the_tail_of_a_title_stands_behind_its_last_bar(title: str, tail: str | None):
    tree = parsed(f"<html><head><title>{title}</title></head><p>x</p></html>")
    assert tree is not None
    assert title_tail(tree) == tail
