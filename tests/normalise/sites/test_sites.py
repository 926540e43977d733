"""A publisher that we made up: its pages state nothing, and hide the author where nobody would look."""

from app.model.document import Part, PartForm
from app.normalise import normalise
from app.normalise.sites import Site, site_of
from tests.normalise.test_normalise import document
from tests.normalise.test_page import PROSE

POST = Site(
    hosts=("riverpost.example",),
    selectors={
        "headline": "//div[@class='hed']",
        "author": "//div[@data-role='sig']",
        "datePublished": "//div[@data-role='sig']/@data-at",
        "articleSection": "//ul[@class='trail']/li[last()]",
    },
    prefixes=("Text: ",),
    without="//div[@class='hymn']",
    outlet="The River Post",
    home="https://riverpost.example/",
)
PAGE = (
    "<html><body><ul class='trail'><li>Home</li><li>River</li></ul><div class='hed'>Locks open</div>"
    "<div data-role='sig' data-at='2026-11-19T08:00:00Z'>Text: Ana Pop</div>"
    f"<div class='hymn'><p>{'O river, our mother and our toll. ' * 20}</p></div>{PROSE}</body></html>"
)


def test_what_is_declared_is_believed_first():
    part = Part(form=PartForm.HTML, content=PAGE, url="https://www.riverpost.example/locks")
    (article,) = normalise(document(), [part], sites=[POST])
    assert (article.title, article.authors, article.section) == ("Locks open", ("Ana Pop",), "River")
    assert (article.outlet, article.outlet_url) == ("The River Post", "https://riverpost.example/")
    assert "our mother" not in article.body
    assert article.published is not None
    assert article.published.origin == "site:datePublished"
    stated = {each.field: each.origin for each in article.origins}
    assert (stated["title"], stated["authors"]) == ("site:headline", "site:author")


def test_the_general_way_reads_the_same_page_without_it():
    part = Part(form=PartForm.HTML, content=PAGE, url="https://www.riverpost.example/locks")
    (article, *_) = normalise(document(), [part])
    assert "The locks on the lower Danube were opened again" in article.body


def test_a_site_is_known_by_its_host():
    assert site_of("https://live.riverpost.example/1", [POST]) is POST
    assert site_of("https://notriverpost.example/1", [POST]) is None
    assert site_of(None, [POST]) is None
