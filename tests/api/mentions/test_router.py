from fastapi.testclient import TestClient

from tests.api.seeding import HARBOUR, Seeds
from tests.api.test_problems import problem


def test_the_mentions_of_an_article_stand_in_the_order_of_its_text(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get(f"/v1/articles/{seeds.harbour}/mentions").json()["items"]
    assert [item["exact"] for item in found] == ["Mara Ellison", "Aldmouth", "Ellison"]
    for item in found:
        assert HARBOUR.text[item["start"] : item["end"]] == item["exact"]
        assert HARBOUR.text[: item["start"]].endswith(item["prefix"])
    first = found[0]
    assert (first["roles"], first["entity"]["id"], first["name"]) == (
        ["Ports minister"],
        str(seeds.ellison),
        "Mara Ellison",
    )


def test_offsets_in_utf16(reader: TestClient, seeds: Seeds) -> None:
    path = f"/v1/articles/{seeds.harbour}/mentions"
    units = HARBOUR.text.encode("utf-16-le")
    for item in reader.get(path, params={"offsets": "utf16"}).json()["items"]:
        assert units[2 * item["start"] : 2 * item["end"]].decode("utf-16-le") == item["exact"]


def test_the_mentions_of_an_entity_across_articles(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get(f"/v1/entities/{seeds.aldmouth}/mentions", params={"kind": "name"}).json()["items"]
    assert {item["article_id"] for item in found} == {str(seeds.harbour), str(seeds.brief), str(seeds.toll)}
    for item in found:
        text = reader.get(f"/v1/articles/{item['article_id']}").json()["text"]
        assert text[item["start"] : item["end"]] == "Aldmouth"


def test_filters(reader: TestClient, seeds: Seeds) -> None:
    path = f"/v1/articles/{seeds.harbour}/mentions"
    assert reader.get(path, params={"entity_kind": "place"}).json()["total"]["value"] == 1
    assert reader.get(path, params={"kind": "pronoun"}).json()["items"] == []


def test_what_is_not_there(client: TestClient) -> None:
    for path in ("articles/{}/mentions", "entities/{}/mentions"):
        problem(client.get("/v1/" + path.format("01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")), 404, "not-found")
