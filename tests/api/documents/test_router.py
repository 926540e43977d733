from fastapi.testclient import TestClient

from app.store.session import Database
from tests.api.conftest import client_of
from tests.api.seeding import Seeds, submit
from tests.api.test_problems import problem


def test_documents_are_listed_newest_first_or_oldest_first(database: Database) -> None:
    client = client_of(database)
    ids = [str(submit(database, text)) for text in ("one", "two", "three")]
    assert [item["id"] for item in client.get("/v1/documents").json()["items"]] == ids[::-1]
    assert [item["id"] for item in client.get("/v1/documents?sort=oldest").json()["items"]] == ids


def test_documents_by_state_and_time(reader: TestClient, seeds: Seeds) -> None:
    assert reader.get("/v1/documents?state=done").json()["total"]["value"] == 2
    assert reader.get("/v1/documents?state=failed").json()["items"] == []
    assert reader.get("/v1/documents?received_before=2020-01-01T00:00:00Z").json()["items"] == []
    assert reader.get("/v1/documents?received_after=2020-01-01T00:00:00Z").json()["total"]["value"] == 2


def test_a_document_counts_and_lists_its_articles(reader: TestClient, seeds: Seeds) -> None:
    path = f"/v1/documents/{seeds.documents[0]}"
    assert reader.get(path).json()["article_count"] == 2
    found = reader.get(f"{path}/articles?sort=oldest").json()["items"]
    assert {item["id"] for item in found} == {str(seeds.harbour), str(seeds.brief)}


def test_what_is_not_there(client: TestClient) -> None:
    path = "/v1/documents/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"
    problem(client.get(path), 404, "not-found")
    problem(client.get(f"{path}/content", headers={"Accept": "*/*"}), 404, "not-found")
    problem(client.get(f"{path}/articles"), 404, "not-found")


def test_bytes_are_not_json(reader: TestClient, seeds: Seeds) -> None:
    path = f"/v1/documents/{seeds.documents[0]}/content"
    problem(reader.get(path, headers={"Accept": "application/json"}), 406, "not-acceptable")
