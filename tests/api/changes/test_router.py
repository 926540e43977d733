from fastapi.testclient import TestClient

from app.model.resolution import Resolution
from app.store import derived
from app.store.session import Database, serialise
from tests.api.conftest import client_of
from tests.api.seeding import seed, submit
from tests.api.test_problems import problem


def test_the_feed_tells_of_everything_in_order(database: Database) -> None:
    client = client_of(database)
    seeds = seed(database)
    lines = client.get("/v1/changes", params={"limit": 100}).json()["items"]
    sequences = [line["sequence"] for line in lines]
    assert sequences == sorted(set(sequences))
    created = {(line["resource"], line["id"]) for line in lines if line["operation"] == "create"}
    assert {("article", str(seeds.harbour)), ("entity", str(seeds.ellison)), ("story", str(seeds.story))} <= created


def test_following_misses_nothing(database: Database) -> None:
    client = client_of(database)
    seeds = seed(database)
    last = client.get("/v1/changes", params={"limit": 100}).json()["items"][-1]["sequence"]
    assert client.get("/v1/changes", params={"after_sequence": last}).json()["items"] == []
    new = submit(database, "more news")
    with database.session() as session:
        serialise(session)
        derived.save(session, seeds.documents[1], Resolution(items=(), entities=()))
    news = client.get("/v1/changes", params={"after_sequence": last, "limit": 100}).json()["items"]
    told = {(line["operation"], line["resource"], line["id"]) for line in news}
    assert {("create", "document", str(new)), ("delete", "article", str(seeds.toll))} <= told


def test_one_sort_of_thing_alone(reader: TestClient, seeds: object) -> None:
    found = reader.get("/v1/changes", params={"resource": "quote", "limit": 100}).json()["items"]
    assert {line["resource"] for line in found} == {"quote"}


def test_a_place_beyond_all_places(client: TestClient) -> None:
    assert client.get("/v1/changes", params={"after_sequence": 2**63 - 1}).json()["items"] == []
    problem(client.get("/v1/changes", params={"after_sequence": 2**63}), 422, "invalid-request")
    problem(client.get("/v1/changes", params={"after_sequence": -1}), 422, "invalid-request")
