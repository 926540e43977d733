import pytest
from fastapi.testclient import TestClient

from app.kit.ids import new_id
from app.model.entity import Judgement, Verdict
from app.model.resolution import Regrouped, Resolution
from app.store import derived
from app.store.session import Database, serialise
from tests.api.conftest import client_of
from tests.api.seeding import Seeds, seed, submit
from tests.api.test_problems import problem


def test_a_story(reader: TestClient, seeds: Seeds) -> None:
    story = reader.get(f"/v1/stories/{seeds.story}").json()
    assert story["article_count"] == 3
    assert story["title"]
    assert story["first_at"] <= story["last_at"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 1),
        ("text=harbour", 1),
        ("text=volcano", 0),
        ("entity={ellison}", 1),
        ("active_after=2030-01-01T00:00:00Z", 0),
        ("active_before=2030-01-01T00:00:00Z&sort=oldest", 1),
    ],
)
def test_filters(reader: TestClient, seeds: Seeds, query: str, count: int) -> None:
    assert reader.get(f"/v1/stories?{query.format(ellison=seeds.ellison)}").json()["total"]["value"] == count


def test_a_story_that_became_part_of_another_leads_to_it(database: Database) -> None:
    seeds = seed(database)
    client, begun = client_of(database), new_id()
    apart = Regrouped(article=seeds.toll, story=begun, reasons=("a test",))
    same = Judgement(
        left=begun, right=seeds.story, verdict=Verdict.SAME, score=1.0, reasons=("a test",), made_by="test"
    )
    decide(database, Resolution(items=(), entities=(), regrouped=(apart,)))
    assert client.get(f"/v1/stories/{begun}").json()["article_count"] == 1
    assert client.get(f"/v1/articles/{seeds.toll}").json()["story_reasons"] == ["a test"]
    decide(database, Resolution(items=(), entities=(), merged=(same,)))
    for rest in ("", "/articles?sort=latest"):
        response = client.get(f"/v1/stories/{begun}{rest}")
        assert response.status_code == 308, rest
        assert response.headers["location"] == f"/v1/stories/{seeds.story}{rest}"
        assert client.get(response.headers["location"]).status_code == 200
    for resource in ("articles", "quotes"):
        items = client.get(f"/v1/{resource}?story={begun}").json()["items"]
        assert items
        assert items == client.get(f"/v1/{resource}?story={seeds.story}").json()["items"]


def decide(database: Database, resolution: Resolution) -> None:
    document_id = submit(database, str(new_id()))
    with database.session() as session:
        serialise(session)
        derived.save(session, document_id, resolution)


def test_what_is_not_there(client: TestClient) -> None:
    problem(client.get("/v1/stories/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"), 404, "not-found")
