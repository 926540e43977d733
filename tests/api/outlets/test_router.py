from fastapi.testclient import TestClient

from tests.api.seeding import Seeds
from tests.api.test_problems import problem


def test_outlets_by_name(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get("/v1/outlets", params={"sort": "name"}).json()["items"]
    assert [(item["name"], item["article_count"]) for item in found] == [
        ("Evening Post", 1),
        ("The Northern Courier", 2),
    ]
    (courier,) = reader.get("/v1/outlets", params={"name": "northern"}).json()["items"]
    assert reader.get(f"/v1/outlets/{courier['id']}").json() == courier
    assert courier["home_url"] == "https://courier.example/"


def test_what_is_not_there(client: TestClient) -> None:
    problem(client.get("/v1/outlets/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"), 404, "not-found")
