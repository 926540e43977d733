import pytest

from app.api.rates import KnownKeys, network_of
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.test_problems import problem


def test_everybody_is_told_where_they_stand(database: Database) -> None:
    client = client_of(database, rate_limit_per_minute=5)
    for left in (4, 3):
        response = client.get("/v1/nowhere")
        assert response.headers["ratelimit-policy"] == '"default";q=5;w=60'
        assert response.headers["ratelimit"].startswith(f'"default";r={left};t=')


def test_beyond_the_limit_nothing_is_answered_but_probes(database: Database) -> None:
    client = client_of(database, rate_limit_per_minute=2)
    for _ in range(2):
        client.get("/v1/quotes")
    refused = client.get("/v1/quotes")
    problem(refused, 429, "too-many-requests")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.headers["ratelimit"].startswith('"default";r=0;t=')
    assert client.get("/healthz").status_code == 200


def test_a_good_key_has_a_budget_of_its_own_and_an_invented_one_has_none(database: Database) -> None:
    client = client_of(database, rate_limit_per_minute=3)
    good = {"Authorization": f"Bearer {secret_of(database, 'read')}"}
    client.get("/v1/quotes", headers=good)  # counts against the address: nobody knows the key yet
    for number in range(2):
        problem(client.get("/v1/quotes", headers={"Authorization": f"Bearer invented-{number}"}), 401, "unauthorized")
    problem(client.get("/v1/quotes"), 429, "too-many-requests")
    assert client.get("/v1/quotes", headers=good).headers["ratelimit"].startswith('"default";r=2;')


@pytest.mark.parametrize(
    ("host", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("testclient", "testclient")],
)
def test_a_client_is_its_address_or_its_household(host: str, network: str) -> None:
    assert network_of({"client": (host, 1)}) == network
    assert network_of({"client": None}) == "unknown"


def test_known_keys_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.api.rates.MOST_KNOWN_KEYS", 2)
    known = KnownKeys()
    for name in ("a", "b", "c"):
        known.remember(name)
    scope = {"client": ("192.0.2.7", 1), "headers": [(b"authorization", b"a")]}
    assert known.client(scope) == "192.0.2.7"
