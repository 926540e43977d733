from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.article import ArticleKind, Precision
from app.model.document import Document, Part, PartForm, Stated
from app.model.errors import Unreadable
from app.normalise import normalise

WORDS = "The locks on the lower Danube were opened on Thursday, the commission said."


def document(outlet: str | None = None) -> Document:
    return Document(
        id=UUID(int=1),
        content=b"-",
        media_type="text/plain",
        url="https://example.org/document",
        outlet=outlet,
        received_at=datetime(2026, 11, 22, tzinfo=UTC),
    )


def text_part(content: str, stated: Stated | None = None, url: str | None = None) -> Part:
    return Part(form=PartForm.TEXT, content=content, url=url, stated=stated)


def test_what_the_container_states_wins():
    stated = Stated(
        title="Locks open",
        authors=("By Ana Pop and Ion Rus",),
        published="Thu, 19 Nov 2026 10:05:00 +0200",
        language="en",
        outlet="River Wire",
    )
    part = Part(form=PartForm.HTML, content=f"<p>{WORDS}</p>", url="https://wire.example/1", stated=stated)
    (article,) = normalise(document(), [part])
    assert (article.kind, article.title, article.body) == (ArticleKind.ARTICLE, "Locks open", WORDS)
    assert (article.byline, article.authors) == ("Ana Pop and Ion Rus", ("Ana Pop", "Ion Rus"))
    assert article.published is not None
    assert (article.published.origin, article.published.precision) == ("stated", Precision.SECOND)
    assert (article.url, article.outlet, article.language) == ("https://wire.example/1", "River Wire", "en")


def test_a_stated_text_is_kept_whole():
    (article,) = normalise(document(), [text_part("Locks open\nOne.\nTwo words\nShare", Stated(title="Locks open"))])
    assert article.body == "One.\n\nTwo words"


def test_the_submitters_outlet_wins():
    (article,) = normalise(document("The Post"), [text_part(WORDS, Stated(title="T", outlet="Wire"))])
    assert article.outlet == "The Post"


def test_an_item_that_states_no_address_has_none_but_an_outlet():
    (article,) = normalise(document(), [text_part(WORDS)])
    assert (article.url, article.outlet_url) == (None, "https://example.org/")


def test_parts_without_news_do_not_lose_the_others():
    articles = normalise(document(), [text_part("\u200b"), text_part(WORDS), text_part("")])
    assert [article.body for article in articles] == [WORDS]


def test_no_news_at_all_is_unreadable():
    with pytest.raises(Unreadable, match="No news item was found"):
        normalise(document(), [text_part("\u200b \n")])


def test_offsets_index_title_blank_line_body():
    (article,) = normalise(document(), [text_part(WORDS, Stated(title="Locks open"))])
    assert article.text == f"Locks open\n\n{WORDS}"
    assert article.text[article.body_start :] == WORDS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (WORDS, "en"),
        ("Die Schleusen an der unteren Donau wurden am Donnerstag wieder geöffnet, teilte die Kommission mit.", "de"),
        ("Шлюзи на нижньому Дунаї знову відкрили в четвер, повідомила комісія.", "uk"),
        ("氷は例年より早く川に現れたと委員会は発表した。", "ja"),
        ("Ice.", None),
    ],
)
def test_the_language_is_told_from_the_text(text: str, language: str | None):
    (article,) = normalise(document(), [text_part(text)])
    assert article.language == language


@settings(max_examples=100)
@given(st.text(max_size=200), st.sampled_from(PartForm), st.one_of(st.none(), st.text(max_size=30)))
def test_any_part_gives_articles_or_nothing(content: str, form: PartForm, title: str | None):
    part = Part(form=form, content=content, stated=Stated(title=title, published=title) if title else None)
    articles = normalise(document(), [part, text_part(WORDS)])
    for article in articles:
        assert article.text
        assert article.text == article.text.strip()


@pytest.mark.parametrize("form", list(PartForm))
@pytest.mark.parametrize("content", ["a" * 3_000_000, "5:15 AM\n" * 30_000, "<div>" * 200_000, "( photo " * 200_000])
def test_large_documents_take_their_time_but_end(form: PartForm, content: str):
    assert normalise(document(), [Part(form=form, content=content), text_part(WORDS)])
