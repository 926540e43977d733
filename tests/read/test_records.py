import json

import pytest

from app.model.document import PartForm, Skipped, Stated
from app.model.errors import TooLarge, Unreadable
from app.read import read
from app.read.records import record_lines, records
from tests.read.documents import document


def read_one(record: object):
    (part,) = records(json.dumps(record)).parts
    return part


def test_ninjs():
    part = read_one(
        {
            "uri": "urn:news:1",
            "headline": "Kosta backs minister",
            "byline": "By Silvia Marin",
            "firstcreated": "2026-11-21T13:00:00+02:00",
            "language": "en",
            "infosource": [{"name": "Orvania Press"}],
            "body_html": "<p>He said so.</p>",
            "associations": {
                "picture": {"type": "picture", "headline": "The minister", "description_text": "At a desk"}
            },
        }
    )
    assert (part.form, part.content, part.url) == (PartForm.HTML, "<p>He said so.</p>", None)
    assert part.stated == Stated(
        title="Kosta backs minister",
        authors=("By Silvia Marin",),
        published="2026-11-21T13:00:00+02:00",
        language="en",
        outlet="Orvania Press",
    )


def test_a_record_states_change_section_tags_and_access():
    part = read_one(
        {
            "headline": "Kosta backs minister",
            "articleBody": "He said so.",
            "datePublished": "2026-11-21T13:00:00+02:00",
            "dateModified": "2026-11-21T13:25:00+02:00",
            "articleSection": ["Politics"],
            "subject": [{"name": "locks", "code": "1"}, {"name": "letters"}],
            "isAccessibleForFree": False,
        }
    )
    assert part.stated is not None
    assert part.stated.modified == "2026-11-21T13:25:00+02:00"
    assert (part.stated.section, part.stated.tags, part.stated.paywalled) == ("Politics", ("locks", "letters"), True)


def test_schema_org_in_a_graph():
    part = read_one(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "Organization", "name": "The River Post"},
                {
                    "@type": "NewsArticle",
                    "headline": "Ice",
                    "articleBody": "Ice came.",
                    "author": [{"name": "A B"}, {"name": "C D"}],
                    "publisher": {"name": "The River Post"},
                    "mainEntityOfPage": {"@id": "https://post.example/ice"},
                },
            ],
        }
    )
    assert (part.form, part.content, part.url) == (PartForm.TEXT, "Ice came.", "https://post.example/ice")
    assert part.stated is not None
    assert (part.stated.authors, part.stated.outlet) == (("A B", "C D"), "The River Post")


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "items": [{"id": "1", "title": "T", "content_text": "x"}, {"id": "2", "content_html": "<p>y</p>"}],
    }
    first, second = records(json.dumps(feed)).parts
    assert (first.content, second.content, second.form) == ("x", "<p>y</p>", PartForm.HTML)


@pytest.mark.parametrize("key", ["text", "content", "html", "body"])
def test_plain_objects(key: str):
    assert read_one({"url": "https://example.org/a", key: "<p>Words</p>"}).content == "<p>Words</p>"


def test_a_record_that_states_nothing_has_no_stated_values():
    assert read_one({"text": "Words"}).stated is None


def test_lines_are_read_one_by_one_and_bad_ones_named():
    lines = '{"text": "one"}\nnot json\n\n[1]\n{"text": "two"}'
    assert record_lines(lines).skipped == (Skipped("line without a news record in JSON (line 2, 4)", 2),)
    assert [part.content for part in record_lines(lines).parts] == ["one", "two"]
    assert [part.content for part in records('{"text": "one"}\n{"text": "two"}').parts] == ["one", "two"]


@pytest.mark.parametrize(
    "text", ["{}", "[]", "3", '"news"', '{"name": "A picture"}', '{"a": {"b": [1, null]}}', "nope"]
)
def test_json_without_news_is_unreadable(text: str):
    with pytest.raises(Unreadable):
        records(text)


def test_a_live_blog_gives_its_updates_too():
    updates = [{"headline": "U1", "articleBody": "One."}, {"headline": "U2", "articleBody": "Two."}]
    parts = records(json.dumps({"headline": "Blog", "articleBody": "Lead.", "liveBlogUpdate": updates})).parts
    assert [part.content for part in parts] == ["Lead.", "One.", "Two."]


def test_too_many_records_are_refused():
    with pytest.raises(TooLarge):
        records(json.dumps([{"text": "x"}] * 20_001))


def test_lines_of_mixed_kinds():
    lines = [
        {"headline": "A", "body_html": "<p>a</p>", "uri": "urn:1"},
        {"@type": "NewsArticle", "headline": "B", "articleBody": "b"},
        [{"title": "C", "content_text": "c"}],
        {"version": "https://jsonfeed.org/version/1", "items": [{"title": "D", "summary": "d"}]},
    ]
    reading = record_lines("\n".join(map(json.dumps, lines)))
    assert [(part.content, part.partial) for part in reading.parts] == [
        ("<p>a</p>", False), ("b", False), ("c", False), ("d", True),
    ]  # fmt: skip
    assert reading.skipped == ()


def test_many_bad_lines_are_counted_and_the_first_named():
    (skipped,) = record_lines('{"text": "one"}\n' + "bad\n" * 1000).skipped
    assert skipped.count == 1000
    assert skipped.reason.endswith("20, 21 …)")


def test_numbers_that_are_none_and_records_too_deep():
    assert records('{"title": "T", "text": "Words.", "score": NaN, "rate": -Infinity}').parts[0].content == "Words."
    with pytest.raises(Unreadable, match="12 levels"):
        records('{"a":' * 900 + '{"title": "T", "text": "Words."}' + "}" * 900)


COURIER = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Courier",
    "home_page_url": "https://courier.example/",
    "language": "de",
    "items": [{"id": "https://courier.example/1", "title": "Ice", "content_text": "x"}, {"id": "2", "summary": "y"}],
}


@pytest.mark.parametrize("described", [{}, {"description": "All the news"}])
def test_a_json_feed_states_outlet_and_language_of_its_items(described: dict[str, str]):
    items = [*COURIER["items"], {"title": "Locks", "summary": "y", "language": "fr", "publisher": {"name": "Wire"}}]
    first, second = records(json.dumps(COURIER | described | {"items": items})).parts
    assert (first.content, first.url) == ("x", "https://courier.example/1")
    assert first.stated == Stated(title="Ice", language="de", outlet="Courier", outlet_url="https://courier.example/")
    assert second.stated == Stated(title="Locks", language="fr", outlet="Wire")


def test_a_json_feed_without_items_is_no_news():
    with pytest.raises(Unreadable):
        records(json.dumps(COURIER | {"description": "All the news", "items": []}))


PICTURE = {"type": "picture", "headline": "The pillar", "description_text": "The southern pillar"}


@pytest.mark.parametrize(
    ("wrapper", "found"),
    [
        (
            {
                "type": "composite",
                "headline": "Bridge",
                "description_text": "All on the bridge",
                "associations": {"main": {"headline": "Shut", "body_text": "It is shut."}, "picture": PICTURE},
            },
            ["It is shut."],
        ),
        (
            {"headline": "Bridge", "description_text": "It is shut.", "associations": {"picture": PICTURE}},
            ["It is shut."],
        ),
        (
            {
                "@type": "WebPage",
                "headline": "Bridge – Courier",
                "description": "A page",
                "mainEntity": {"@type": "NewsArticle", "headline": "Shut", "articleBody": "It is shut."},
            },
            ["It is shut."],
        ),
        ({"title": "Top", "description": "The latest", "articles": [{"title": "A", "description": "a"}]}, ["a"]),
        ({"title": "A", "description": "a", "related": [{"title": "B", "description": "b"}]}, ["a"]),
        ({"title": "A", "description": "a", "author": {"title": "Editor", "description": "b", "text": "c"}}, ["a"]),
        ({"headline": "Blog", "description": "Live", "liveBlogUpdate": [{"articleBody": "One."}]}, ["Live", "One."]),
    ],
)
def test_what_only_describes_the_records_that_it_holds_gives_way_to_them(wrapper: object, found: list[str]):
    assert [part.content for part in records(json.dumps(wrapper)).parts] == found


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_separators_that_are_legal_in_json_are_read(separator: str):
    text = json.dumps({"title": "T", "text": f"a{separator}b"}, ensure_ascii=False)
    (part,) = read(document(text, "application/json")).parts
    assert part.content == "a\nb"
    lines = read(document(f"{text}\r\n{text}\n", "application/x-ndjson"))
    assert ([part.content for part in lines.parts], lines.skipped) == (["a\nb", "a\nb"], ())


def test_one_bad_line_does_not_garble_the_others():
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in ("Мер міста", "Le café", "ok")]
    content = b"\n".join([*map(str.encode, lines), lines[1].encode("latin-1")])
    assert [part.content for part in read(document(content, "application/x-ndjson")).parts] == [
        "Мер міста", "Le café", "ok", "Le caf\ufffd",
    ]  # fmt: skip


def test_the_rest_api_of_wordpress():
    (part,) = records(
        json.dumps(
            [
                {
                    "id": 7,
                    "date": "2026-11-21T13:00:00",
                    "date_gmt": "2026-11-21T11:00:00",
                    "modified_gmt": "2026-11-21T12:00:00",
                    "link": "https://courier.example/locks",
                    "title": {"rendered": "Locks &#8211; at <em>last</em>"},
                    "content": {"rendered": "<p>They are open.</p>", "protected": False},
                    "excerpt": {"rendered": "<p>They are …</p>"},
                    "author": 3,
                    "tags": [4],
                }
            ]
        )
    ).parts
    assert (part.form, part.content, part.url) == (
        PartForm.HTML, "<p>They are open.</p>", "https://courier.example/locks",
    )  # fmt: skip
    assert part.stated == Stated(
        title="Locks – at last", published="2026-11-21T11:00:00Z", modified="2026-11-21T12:00:00Z"
    )


@pytest.mark.parametrize(
    ("record", "content", "partial"),
    [
        ({"paragraphs": ["One.", "", "Two."]}, "One.\n\nTwo.", False),
        ({"text": ["One.", "Two."]}, "One.\n\nTwo.", False),
        ({"text": "Short.", "content": "The whole of it, long."}, "The whole of it, long.", False),
        ({"text": "The whole.", "content": "<p>The whole.</p>"}, "The whole.", False),
        ({"content": "The bridge is sh… [+2000 chars]", "description": "d"}, "The bridge is sh…", True),
        ({"content": "He gave [+2 chars] of it."}, "He gave [+2 chars] of it.", False),
    ],
)
def test_the_fullest_text_of_a_record(record: dict[str, object], content: str, partial: bool):
    part = read_one({"title": "T"} | record)
    assert (part.content, part.partial) == (content, partial)


@pytest.mark.parametrize("value", [1772878500, 1772878500.5, 20260307])
def test_a_time_may_be_a_number(value: float):
    part = read_one({"text": "Words.", "published": 1, "date": value})
    assert part.stated == Stated(published=str(value))


def test_only_what_stands_alone_is_at_the_address_of_the_document():
    def addresses(*found: object) -> list[str | None]:
        return [part.url for part in read(document(json.dumps(found), "application/json")).parts]

    one, other = {"text": "One."}, {"text": "Two.", "guid": "https://example.org/two"}
    assert addresses(one) == ["https://example.org/page"]
    assert addresses(one, other) == [None, "https://example.org/two"]
    feed = COURIER | {"items": [one]}
    assert read(document(json.dumps(feed), "application/json")).parts[0].url is None
