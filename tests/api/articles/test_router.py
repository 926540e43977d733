import pytest
from fastapi.testclient import TestClient

from tests.api.seeding import HARBOUR, Seeds
from tests.api.test_problems import problem


def test_an_article_has_the_text_that_offsets_index(reader: TestClient, seeds: Seeds) -> None:
    article = reader.get(f"/v1/articles/{seeds.harbour}").json()
    assert (article["title"], article["body"], article["text"]) == (HARBOUR.title, HARBOUR.body, HARBOUR.text)
    assert (article["kind"], article["authors"], article["language"]) == ("article", ["Ina Brandt"], "en")
    assert (article["document_id"], article["story_id"]) == (str(seeds.documents[0]), str(seeds.story))
    assert (article["copy_of"], article["truncated"], article["failures"]) == (None, False, [])


def test_an_article_shows_what_its_publisher_states(reader: TestClient, seeds: Seeds) -> None:
    article = reader.get(f"/v1/articles/{seeds.harbour}").json()
    assert (article["section"], article["tags"], article["paywalled"]) == ("Business", ["Shipping", "harbours"], False)
    assert (article["agencies"], article["written_in"]) == (["Reuters"], ["Aldmouth"])
    assert article["dateline"] == {
        "text": "ALDMOUTH (Reuters) -",
        "places": ["ALDMOUTH"],
        "day": None,
        "agency": "Reuters",
    }
    assert (article["modified"]["local"], article["modified"]["origin"]) == ("2026-03-15", "meta:lastmod")
    assert article["origins"][0] == {"field": "title", "origin": "json-ld:headline", "confidence": 0.95}
    toll = reader.get(f"/v1/articles/{seeds.toll}").json()
    assert (toll["modified"], toll["dateline"], toll["section"], toll["paywalled"]) == (None, None, None, None)


def test_a_list_leaves_the_text_out(reader: TestClient, seeds: Seeds) -> None:
    for item in reader.get("/v1/articles").json()["items"]:
        assert "body" not in item
        assert "text" not in item
        assert "origins" not in item


def test_a_day_without_a_time_stays_a_day(reader: TestClient, seeds: Seeds) -> None:
    published = reader.get(f"/v1/articles/{seeds.toll}").json()["published"]
    assert (published["local"], published["precision"], published["instant"]) == ("2026-03-20", "day", None)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"harbour", "brief", "toll"}),
        ("kind=brief", {"brief"}),
        ("outlet=the northern courier", {"harbour", "brief"}),
        ("language=en", {"harbour", "brief", "toll"}),
        ("language=de", set()),
        ("entity={ellison}", {"harbour", "brief", "toll"}),
        ("story={story}", {"harbour", "brief", "toll"}),
        ("text=toll", {"toll"}),
        ("agency=REUTERS", {"harbour"}),
        ("section=business&tag=shipping", {"harbour"}),
        ("tag=ship", set()),
        ("paywalled=false", {"harbour"}),
        ("paywalled=true", set()),
        ("published_after=2026-03-15T00:00:00Z", {"toll"}),
        ("published_before=2026-03-15T00:00:00Z", {"harbour"}),
        ("ingested_before=2020-01-01T00:00:00Z", set()),
        ("copy_of={harbour}", set()),
        ("is_copy=true", set()),
        ("is_copy=false", {"harbour", "brief", "toll"}),
    ],
)
def test_filters(reader: TestClient, seeds: Seeds, query: str, names: set[str]) -> None:
    ids = {name: str(getattr(seeds, name)) for name in ("ellison", "harbour", "story")}
    found = reader.get(f"/v1/articles?{query.format(**ids)}").json()["items"]
    assert {item["id"] for item in found} == {str(getattr(seeds, name)) for name in names}


def test_the_articles_of_everything_that_has_some(reader: TestClient, seeds: Seeds) -> None:
    (post,) = reader.get("/v1/outlets", params={"name": "Evening"}).json()["items"]
    counts = {
        f"/v1/entities/{seeds.aldmouth}/articles": 3,
        f"/v1/stories/{seeds.story}/articles": 3,
        f"/v1/outlets/{post['id']}/articles": 1,
        f"/v1/documents/{seeds.documents[1]}/articles": 1,
    }
    for path, count in counts.items():
        assert reader.get(path, params={"sort": "latest"}).json()["total"]["value"] == count, path


def test_what_is_not_there(client: TestClient) -> None:
    for path in ("articles/{}", "entities/{}/articles", "stories/{}/articles", "outlets/{}/articles"):
        problem(client.get("/v1/" + path.format("01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")), 404, "not-found")
