import json

import pytest

from app.model.document import PartForm, Skipped, Stated
from app.model.errors import TooLarge, Unreadable
from app.read.records import record_lines, records


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
