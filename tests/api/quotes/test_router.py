import pytest
from fastapi.testclient import TestClient

from app.store.session import Database
from tests.api.seeding import BRIEF, HARBOUR, Seeds
from tests.api.test_problems import problem
from tests.store.samples import NESTED, World, nested, stored

WORDS = "We will not close the harbour of Aldmouth,"


def direct(reader: TestClient, **params: str) -> dict[str, object]:
    (quote,) = reader.get("/v1/quotes", params={"kind": "direct", **params}).json()["items"]
    return quote  # type: ignore[no-any-return]


def test_a_quote_tells_who_said_what_where_and_how_we_know(reader: TestClient, seeds: Seeds) -> None:
    quote = direct(reader)
    start = HARBOUR.text.index(WORDS)
    assert quote["text"] == WORDS
    assert quote["content"] == [
        {
            "start": start,
            "end": start + len(WORDS),
            "exact": WORDS,
            "prefix": HARBOUR.text[start - 32 : start],
            "suffix": HARBOUR.text[start + len(WORDS) :][:32],
        }
    ]
    speaker = quote["speaker"]
    assert isinstance(speaker, dict)
    assert HARBOUR.text[speaker["start"] : speaker["end"]] == speaker["text"] == "Ellison"
    assert speaker["spans"] == [{"start": speaker["start"], "end": speaker["end"]}]
    assert speaker["entity"] == {"id": str(seeds.ellison), "name": "Mara Ellison", "kind": "person"}
    assert (speaker["anonymous"], speaker["reason"]) == (False, "surname")
    cue = quote["cue"]
    assert isinstance(cue, dict)
    assert (cue["text"], cue["lemma"], cue["class"]) == ("said", "say", "statement")
    assert quote["article"] == {
        "id": str(seeds.harbour),
        "title": HARBOUR.title,
        "outlet": reader.get(f"/v1/articles/{seeds.harbour}").json()["outlet"],
        "published": {
            "instant": "2026-03-14T09:26:00Z",
            "local": None,
            "clock": None,
            "precision": "minute",
            "raw": "14 March 2026, 9:26 UTC",
            "origin": "text",
            "zone_known": True,
        },
        "superseded": False,
    }
    assert [entity["name"] for entity in quote["about"]] == ["Aldmouth"]  # type: ignore[attr-defined]
    assert reader.get(f"/v1/quotes/{quote['id']}").json() == quote


def test_links_lead_to_the_utterance_and_the_claim(reader: TestClient, seeds: Seeds) -> None:
    quote = direct(reader)
    utterance = reader.get(f"/v1/utterances/{quote['utterance_id']}").json()
    assert quote["id"] in utterance["quote_ids"]
    (claim_id,) = quote["claim_ids"]  # type: ignore[misc]
    claim = reader.get(f"/v1/claims/{claim_id}").json()
    assert [one["quote_id"] for one in claim["appearances"]] == [quote["id"]]
    for query in ({"utterance": quote["utterance_id"]}, {"claim": claim_id}):
        assert [one["id"] for one in reader.get("/v1/quotes", params=query).json()["items"]] == [quote["id"]]


def test_offsets_in_utf16_count_what_javascript_counts(reader: TestClient, seeds: Seeds) -> None:
    by_code_point = direct(reader)["content"][0]  # type: ignore[index]
    by_unit = direct(reader, offsets="utf16")["content"][0]  # type: ignore[index]
    units = HARBOUR.text.encode("utf-16-le")
    assert units[2 * by_unit["start"] : 2 * by_unit["end"]].decode("utf-16-le") == WORDS
    assert by_unit["start"] == by_code_point["start"] + 1  # one character of the title lies beyond the BMP
    assert by_unit["exact"] == by_code_point["exact"]


def test_a_quote_tells_when_and_where_it_was_said_and_what_it_stands_within(
    client: TestClient, database: Database
) -> None:
    _, [article_id] = stored(database, World(), nested())

    outer, inner = client.get(f"/v1/articles/{article_id}/quotes").json()["items"]

    start = NESTED.text.index("on Monday")
    assert outer["said_when"] == {"text": "on Monday", "start": start, "end": start + 9}
    start = NESTED.text.index("in a statement")
    assert outer["said_where"] == {"text": "in a statement", "start": start, "end": start + 14}
    assert (inner["said_when"], inner["said_where"]) == (None, None)
    assert (outer["within_id"], inner["within_id"]) == (None, outer["id"])
    assert client.get(f"/v1/quotes/{inner['within_id']}").json() == outer


def test_time_and_place_are_measured_in_utf16_on_request(client: TestClient, database: Database) -> None:
    stored(database, World(), nested())

    by_unit = client.get("/v1/quotes", params={"offsets": "utf16", "sort": "oldest"}).json()["items"][0]

    units = NESTED.text.encode("utf-16-le")
    for name, words in (("said_when", "on Monday"), ("said_where", "in a statement")):
        one = by_unit[name]
        assert units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") == one["text"] == words


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("speaker=Mara Ellison", 3),
        ("speaker=ellison", 3),
        ("speaker=ELLISON", 3),
        ("speaker=Dr Mara Ellison", 3),
        ("speaker=M. Ellison", 3),
        ("speaker=Dr. M Ellison", 3),
        ("speaker=Ellison, Mara", 3),
        ("speaker=Ellison, Dr M.", 3),
        ("speaker=N. Ellison", 0),
        ("speaker=Nadia Mara Ellison", 0),
        ("speaker=A senior official", 1),
        ("speaker=Nobody", 0),
        ("speaker={ellison}", 3),
        ("speaker={aldmouth}", 0),
        ("about=Aldmouth", 3),
        ("about={aldmouth}", 3),
        ("outlet=The Northern Courier", 3),
        ("outlet=evening post", 1),
        ("kind=indirect", 2),
        ("text=quay", 1),
        ('text="close the harbour"', 1),
        ("text=harbour -close", 0),
        ("article={harbour}", 2),
        ("story={story}", 4),
        ("hedged=false", 4),
        ("hedged=true", 0),
        ("negated=false", 4),
        ("negated=true", 0),
        ("is_copy=true", 0),
        ("is_copy=false", 4),
        ("published_after=2026-03-14T09:26:00Z", 3),
        ("published_after=2026-03-14T09:26:01Z", 1),
        ("published_before=2026-03-14T09:26:00Z", 0),
        ("published_before=2026-03-15T00:00:00%2B01:00", 2),
        ("ingested_after=2020-01-01T00:00:00Z", 4),
        ("ingested_before=2020-01-01T00:00:00Z", 0),
        ("speaker=Ellison&kind=indirect&outlet=Evening Post", 1),
    ],
)
def test_filters(reader: TestClient, seeds: Seeds, query: str, count: int) -> None:
    ids = {name: str(getattr(seeds, name)) for name in ("ellison", "aldmouth", "harbour", "story")}
    answer = reader.get(f"/v1/quotes?{query.format(**ids)}").json()
    assert (len(answer["items"]), answer["total"]["value"]) == (count, count)


def test_the_latest_come_first_and_the_undated_last(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get("/v1/quotes", params={"sort": "latest"}).json()["items"]
    articles = [item["article"]["id"] for item in found]
    assert articles == [str(seeds.toll), str(seeds.harbour), str(seeds.harbour), str(seeds.brief)]


def test_the_quotes_of_an_article_stand_in_the_order_of_its_text(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get(f"/v1/articles/{seeds.harbour}/quotes").json()["items"]
    assert [item["kind"] for item in found] == ["direct", "indirect"]
    walked = reader.get(f"/v1/articles/{seeds.harbour}/quotes", params={"limit": 1}).json()
    rest = reader.get(f"/v1/articles/{seeds.harbour}/quotes", params={"limit": 1, "cursor": walked["next_cursor"]})
    assert [*walked["items"], *rest.json()["items"]] == found


def test_the_quotes_of_an_entity(reader: TestClient, seeds: Seeds) -> None:
    assert reader.get(f"/v1/entities/{seeds.ellison}/quotes").json()["total"]["value"] == 3
    assert reader.get(f"/v1/entities/{seeds.aldmouth}/quotes").json()["items"] == []


def test_every_offset_points_to_its_words(reader: TestClient, seeds: Seeds) -> None:
    for item in reader.get("/v1/quotes").json()["items"]:
        text = reader.get(f"/v1/articles/{item['article']['id']}").json()["text"]
        for one in item["content"]:
            assert text[one["start"] : one["end"]] == one["exact"]
        assert text[item["cue"]["start"] : item["cue"]["end"]] == item["cue"]["text"]


def test_a_brief_with_a_clock_time_has_no_date(reader: TestClient, seeds: Seeds) -> None:
    (quote,) = reader.get(f"/v1/articles/{seeds.brief}/quotes").json()["items"]
    published = quote["article"]["published"]
    assert (published["clock"], published["instant"], published["local"]) == ("09:40", None, None)
    assert (published["precision"], published["zone_known"]) == ("clock", False)
    assert BRIEF.text[quote["content"][0]["start"] :].startswith("Aldmouth fishers")


def test_what_is_not_there(client: TestClient) -> None:
    for path in ("quotes/{}", "articles/{}/quotes", "entities/{}/quotes"):
        problem(client.get("/v1/" + path.format("01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")), 404, "not-found")
