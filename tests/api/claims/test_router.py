import pytest
from fastapi.testclient import TestClient

from tests.api.seeding import Seeds
from tests.api.test_problems import problem


def test_a_claim_tells_who_claims_what_and_where(reader: TestClient, seeds: Seeds) -> None:
    (claim,) = reader.get("/v1/claims", params={"stance": "denies"}).json()["items"]
    assert claim["text"] == "A toll is planned for Aldmouth"
    assert claim["claimant"] == {"id": str(seeds.ellison), "name": "Mara Ellison", "kind": "person"}
    assert [one["name"] for one in claim["about"]] == ["Aldmouth"]
    (appearance,) = claim["appearances"]
    assert appearance["article"]["id"] == str(seeds.toll)
    assert reader.get(f"/v1/quotes/{appearance['quote_id']}").json()["claim_ids"] == [claim["id"]]
    assert reader.get(f"/v1/claims/{claim['id']}").json() == claim


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("claimant=Ellison", 2),
        ("claimant={ellison}", 2),
        ("claimant=Nobody", 0),
        ("about=aldmouth", 2),
        ("about={ellison}", 0),
        ("stance=promises", 1),
        ("text=toll", 1),
        ("article={toll}", 1),
        ("hedged=true", 0),
        ("published_after=2026-03-15T00:00:00Z", 1),
        ("ingested_after=2020-01-01T00:00:00Z", 2),
        ("sort=oldest", 2),
    ],
)
def test_filters(reader: TestClient, seeds: Seeds, query: str, count: int) -> None:
    ids = {name: str(getattr(seeds, name)) for name in ("ellison", "toll")}
    assert reader.get(f"/v1/claims?{query.format(**ids)}").json()["total"]["value"] == count


def test_the_claims_of_an_article_and_an_entity(reader: TestClient, seeds: Seeds) -> None:
    assert reader.get(f"/v1/articles/{seeds.harbour}/claims").json()["total"]["value"] == 1
    assert reader.get(f"/v1/entities/{seeds.ellison}/claims").json()["total"]["value"] == 2


def test_what_is_not_there(client: TestClient) -> None:
    for path in ("claims/{}", "articles/{}/claims", "entities/{}/claims"):
        problem(client.get("/v1/" + path.format("01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")), 404, "not-found")
