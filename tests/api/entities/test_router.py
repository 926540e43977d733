from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.kit.ids import new_id
from app.model.entity import Judgement, Verdict
from app.model.resolution import Resolution
from app.store import derived, entities
from app.store.session import Database, serialise
from tests.api.conftest import client_of
from tests.api.seeding import Seeds, seed
from tests.api.test_problems import problem


def test_an_entity_has_names_and_roles_with_their_sources(reader: TestClient, seeds: Seeds) -> None:
    entity = reader.get(f"/v1/entities/{seeds.ellison}").json()
    assert (entity["kind"], entity["name"]) == ("person", "Mara Ellison")
    assert set(entity["aliases"]) == {"Mara Ellison", "Ellison"}
    assert (entity["mention_count"], entity["quote_count"]) == (4, 3)
    (role,) = entity["roles"]
    assert (role["text"], role["article_id"], role["as_of"]) == ("Ports minister", str(seeds.harbour), "2026-03-14")
    text = reader.get(f"/v1/articles/{seeds.harbour}").json()["text"]
    assert text[role["start"] : role["end"]] == "Ports minister"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Mara Ellison", "Aldmouth"}),
        ("kind=place", {"Aldmouth"}),
        ("kind=event", set()),
        ("name=ellison", {"Mara Ellison"}),
        ("name=Mara", {"Mara Ellison"}),
        ("wikidata=Q1", set()),
        ("sort=name", {"Mara Ellison", "Aldmouth"}),
    ],
)
def test_filters(reader: TestClient, seeds: Seeds, query: str, names: set[str]) -> None:
    assert {item["name"] for item in reader.get(f"/v1/entities?{query}").json()["items"]} == names


def test_the_entities_of_an_article(reader: TestClient, seeds: Seeds) -> None:
    found = reader.get(f"/v1/articles/{seeds.harbour}/entities", params={"sort": "name"}).json()["items"]
    assert [item["name"] for item in found] == ["Aldmouth", "Mara Ellison"]


def merge(database: Database, loser: UUID, survivor: UUID) -> None:
    same = Judgement(left=loser, right=survivor, verdict=Verdict.SAME, score=1.0, reasons=("a test",), made_by="test")
    with database.session() as session:
        entities.merge(session, loser, survivor, same)


def test_a_merged_entity_leads_to_its_survivor(database: Database) -> None:
    seeds = seed(database)
    client = client_of(database)
    merge(database, seeds.aldmouth, seeds.ellison)
    for rest in ("", "/quotes?limit=5", "/claims", "/mentions", "/articles?sort=latest"):
        response = client.get(f"/v1/entities/{str(seeds.aldmouth).upper()}{rest}")
        assert response.status_code == 308, rest
        assert response.headers["location"] == f"/v1/entities/{seeds.ellison}{rest}"
        assert client.get(response.headers["location"]).status_code == 200


def test_what_was_deleted_is_gone_and_what_never_was_is_not_found(database: Database) -> None:
    seeds = seed(database)
    client = client_of(database)
    quote = client.get(f"/v1/articles/{seeds.toll}/quotes").json()["items"][0]
    with database.session() as session:
        serialise(session)
        derived.save(session, seeds.documents[1], Resolution(items=(), entities=()))
    problem(client.get(f"/v1/articles/{seeds.toll}"), 410, "gone")
    problem(client.get(f"/v1/articles/{seeds.toll}/quotes"), 410, "gone")
    problem(client.get(f"/v1/quotes/{quote['id']}"), 410, "gone")
    problem(client.get(f"/v1/claims/{quote['claim_ids'][0]}"), 410, "gone")
    problem(client.get(f"/v1/entities/{new_id()}"), 404, "not-found")
