from fastapi.testclient import TestClient

from tests.api.seeding import Seeds
from tests.api.test_problems import problem


def test_utterances_by_speaker(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get("/v1/utterances", params={"speaker": str(seeds.ellison)}).json()
    assert found["total"]["value"] == 3
    for item in found["items"]:
        assert item["speaker"]["name"] == "Mara Ellison"
        assert reader.get(f"/v1/utterances/{item['id']}").json() == item
    assert reader.get("/v1/utterances").json()["total"]["value"] == 4


def test_utterances_by_the_name_of_the_speaker(reader: TestClient) -> None:
    def total(speaker: str) -> int:
        count: int = reader.get("/v1/utterances", params={"speaker": speaker}).json()["total"]["value"]
        return count

    assert [total(name) for name in ("Mara Ellison", "ellison", "Ellison, M.", "Nobody")] == [3, 3, 3, 0]
    assert total("A senior official") == 1, "whom the text leaves open is found as printed"


def test_what_is_not_there(client: TestClient) -> None:
    problem(client.get("/v1/utterances/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"), 404, "not-found")
