"""The cascade's fields on whole pages. The pages are ours."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.article import Article, ArticleKind, Published
from app.model.document import Part, PartForm, Stated
from app.normalise import normalise
from tests.normalise.test_normalise import WORDS, document
from tests.normalise.test_page import PROSE

NEWS = {
    "@type": "NewsArticle",
    "headline": "Locks open",
    "datePublished": "2026-11-19T08:00:00Z",
    "dateModified": "2026-11-19T09:30:00Z",
    "articleSection": ["Business", "River"],
    "keywords": "locks, Danube,  locks",
    "isAccessibleForFree": "False",
    "author": [{"name": "Ana Pop"}, {"name": "AFP"}],
    "publisher": {"name": "The River Post", "url": "https://riverpost.example"},
}


def page(head: str = "", body: str = PROSE, **json_ld: object) -> Article:
    script = f'<script type="application/ld+json">{json.dumps(json_ld)}</script>' if json_ld else ""
    html = f"<html><head>{script}{head}</head><body>{body}</body></html>"
    return normalise(document(), [Part(form=PartForm.HTML, content=html, url="https://riverpost.example/a")])[0]


def origins(article: Article) -> dict[str, str]:
    return {each.field: each.origin for each in article.origins}


def instant(time: Published | None) -> str | None:
    return time.instant.isoformat() if time and time.instant else None


def test_json_ld_states_them_all():
    article = page(**NEWS)
    assert instant(article.modified) == "2026-11-19T09:30:00+00:00"
    assert (article.section, article.tags, article.paywalled) == ("Business", ("locks", "Danube"), True)
    assert (article.outlet, article.outlet_url) == ("The River Post", "https://riverpost.example")
    assert (article.authors, article.agencies) == (("Ana Pop", "AFP"), ("Agence France-Presse",))
    stated = origins(article)
    assert stated["modified"] == "json-ld:dateModified"
    assert stated["agencies"] == stated["authors"] == "json-ld:author"
    assert {stated[name].split(":")[0] for name in ("title", "section", "tags", "paywalled", "outlet_url")} == {
        "json-ld"
    }


def test_meta_tags_come_next():
    article = page(
        '<meta property="og:title" content="Locks open"><meta property="article:modified_time" content="2026-11-19">'
        '<meta property="article:section" content="Business"><meta name="author" content="By Ana Pop in Velmar">'
        '<meta property="article:tag" content="locks"><meta property="article:tag" content="Danube">'
        '<meta property="article:content_tier" content="locked">'
        '<link rel="canonical" href="https://riverpost.example/2026/locks?utm_source=x">'
    )
    assert (article.section, article.tags, article.paywalled) == ("Business", ("locks", "Danube"), True)
    assert (article.byline, article.authors, article.written_in) == ("Ana Pop in Velmar", ("Ana Pop",), ("Velmar",))
    assert article.url == "https://riverpost.example/2026/locks"
    stated = origins(article)
    assert stated["title"] == "meta:og:title"
    assert stated["tags"] == "meta:article:tag"
    assert (stated["written_in"], stated["url"]) == ("meta:author", "link:canonical")
    assert (stated["outlet_url"], article.outlet_url) == ("url", "https://riverpost.example/")


def test_microdata_is_a_source_of_its_own():
    article = page(
        body='<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Locks open</h1>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ana Pop</b></span>'
        '<time itemprop="datePublished" datetime="2026-11-19T08:00:00Z">today</time>'
        '<time itemprop="dateModified" datetime="2026-11-19T09:30:00Z">later</time>'
        f'<a itemprop="articleSection" href="/river">River</a>{PROSE}</div>'
    )
    assert (article.authors, article.section) == (("Ana Pop",), "River")
    assert instant(article.published) == "2026-11-19T08:00:00+00:00"
    assert instant(article.modified) == "2026-11-19T09:30:00+00:00"
    stated = origins(article)
    assert (stated["published"], stated["authors"]) == ("microdata:datePublished", "microdata:author")


@given(
    st.lists(
        st.tuples(st.sampled_from(["@type", "author", "name", "keywords", "publisher", "url", "a b"]), st.booleans()),
        max_size=8,
    )
)
def test_any_microdata_is_read_without_an_error(properties: list[tuple[str, bool]]):
    nested = "".join(f"<i itemprop='{name}' {'itemscope' if scope else ''}>Ana<b>" for name, scope in properties)
    assert page(body=f"<div itemscope itemtype='https://schema.org/Report'>{nested}</div>{PROSE}").body


def test_the_surer_place_has_the_higher_confidence():
    sure = {each.field: each.confidence for each in page(**NEWS).origins}
    assert sure["title"] > sure["language"]
    assert all(0 < value <= 1 for value in sure.values())


@pytest.mark.parametrize(
    ("free", "paywalled"),
    [(True, False), (False, True), ("true", False), ("http://schema.org/False", True), ("perhaps", None), (None, None)],
)
def test_whether_reading_is_free(free: object, paywalled: bool | None):
    assert page(**{**NEWS, "isAccessibleForFree": free}).paywalled is paywalled


def test_what_page_and_text_agree_on_is_the_page_s_word():
    assert origins(page(**NEWS, inLanguage="en-GB"))["language"] == "json-ld:inLanguage"
    assert origins(page(**NEWS, inLanguage="fi"))["language"] == "text"


def test_a_teaser_on_the_page_has_its_outlet_and_no_more():
    about = "teaser says in a sentence what it is."
    teasers = "".join(f"<h3>Headline number {n} about the river</h3><p>The {n}. {about}</p>" for n in range(4))
    html = f'<head><meta property="og:site_name" content="The Post"></head><body><h2>Danube</h2>{teasers}</body>'
    part = Part(form=PartForm.HTML, content=f"<html>{html}</html>", url="https://riverpost.example/")
    items = [item for item in normalise(document(), [part]) if item.kind is not ArticleKind.ARTICLE]
    assert items
    assert {origins(item)["outlet"] for item in items} == {"meta:og:site_name"}


def test_a_locked_part_is_a_paywall():
    parts = [{"@type": "WebPageElement", "isAccessibleForFree": False}]
    assert page(**{**NEWS, "isAccessibleForFree": None, "hasPart": parts}).paywalled is True


def test_the_address_is_the_last_resort_for_the_day():
    part = Part(form=PartForm.TEXT, content=WORDS, url="https://riverpost.example/2026/03/07/locks")
    (article,) = normalise(document(), [part])
    assert article.published is not None
    assert article.published.local == datetime.fromisoformat("2026-03-07")
    assert origins(article)["published"] == "url"


def test_a_dateline_keeps_the_body_as_it_is():
    (article,) = normalise(document(), [Part(form=PartForm.TEXT, content=f"VELMAR, March 7 (Reuters) - {WORDS}")])
    assert article.dateline is not None
    assert article.body.startswith(article.dateline.text)
    assert (article.agencies, origins(article)["agencies"]) == (("Reuters",), "text")


def test_what_a_container_states_wins():
    stated = Stated(
        title="Locks open",
        modified="2026-11-19T09:30:00Z",
        section="River",
        tags=("locks", "Danube, trade"),
        outlet="River Wire",
        outlet_url="https://wire.example/",
        paywalled=False,
    )
    part = Part(form=PartForm.TEXT, content=WORDS, url="https://wire.example/1?utm_medium=rss", stated=stated)
    (article,) = normalise(document(), [part])
    assert (article.section, article.tags, article.paywalled) == ("River", ("locks", "Danube", "trade"), False)
    assert (article.url, article.outlet_url) == ("https://wire.example/1", "https://wire.example/")
    assert {origins(article)[name] for name in ("title", "modified", "section", "tags", "url", "outlet_url")} == {
        "stated"
    }
