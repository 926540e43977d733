import pytest
from fastapi.testclient import TestClient

from app.store import keys
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.test_problems import problem

PLAIN = {"Content-Type": "text/plain"}


def test_reading_is_open_unless_settings_close_it(database: Database) -> None:
    assert client_of(database).get("/v1/quotes").status_code == 200
    closed = client_of(database, reading_needs_key=True).get("/v1/quotes")
    problem(closed, 401, "unauthorized")
    assert closed.headers["www-authenticate"] == "Bearer"
    key = secret_of(database, "read")
    assert client_of(database, reading_needs_key=True, key=key).get("/v1/quotes").status_code == 200


def test_health_and_documentation_stay_open(database: Database) -> None:
    closed = client_of(database, reading_needs_key=True)
    for path in ("/healthz", "/readyz", "/metrics", "/docs", "/openapi.json"):
        assert closed.get(path).status_code == 200, path


def test_ingesting_needs_a_key_with_that_scope(database: Database) -> None:
    def ingest(client: TestClient) -> object:
        return client.post("/v1/documents", content=b"news", headers=PLAIN)

    problem(ingest(client_of(database)), 401, "unauthorized")
    body = problem(ingest(client_of(database, key=secret_of(database, "read"))), 403, "forbidden")
    assert "ingest" in body["detail"]
    assert ingest(client_of(database, key=secret_of(database, "ingest"))).status_code == 202  # type: ignore[attr-defined]
    assert ingest(client_of(database, key=secret_of(database, "admin"))).status_code == 202  # type: ignore[attr-defined]


def test_a_key_that_only_ingests_does_not_read_what_is_closed(database: Database) -> None:
    client = client_of(database, reading_needs_key=True, key=secret_of(database, "ingest"))
    problem(client.get("/v1/quotes"), 403, "forbidden")
    assert client.post("/v1/documents", content=b"news", headers=PLAIN).status_code == 202


def test_a_revoked_key_is_no_key(database: Database) -> None:
    with database.session() as session:
        record, secret = keys.create(session, "a test", ["ingest"])
    client = client_of(database, key=secret)
    assert client.post("/v1/documents", content=b"news", headers=PLAIN).status_code == 202
    with database.session() as session:
        keys.revoke(session, record.id)
    problem(client.post("/v1/documents", content=b"news", headers=PLAIN), 401, "unauthorized")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic eDp5", "Bearer wrong", "Bearer " + "x" * 2_000])
def test_a_wrong_key_is_told_so_even_where_none_is_needed(client: TestClient, header: str) -> None:
    problem(client.get("/v1/quotes", headers={"Authorization": header}), 401, "unauthorized")


def test_a_key_with_bytes_that_are_no_text(client: TestClient) -> None:
    problem(client.get("/v1/quotes", headers={"Authorization": b"Bearer \xff\xfe"}), 401, "unauthorized")
