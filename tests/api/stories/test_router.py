import pytest
from fastapi.testclient import TestClient

from tests.api.seeding import Seeds
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


def test_what_is_not_there(client: TestClient) -> None:
    problem(client.get("/v1/stories/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"), 404, "not-found")
