from contextlib import closing

from fastapi.testclient import TestClient
from sqlalchemy import text

from app.store.session import Database
from tests.api.conftest import client_of
from tests.api.seeding import submit
from tests.api.test_problems import problem
from tests.database import fresh


def test_the_root_leads_to_the_documentation(client: TestClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.headers["location"]) == (307, "/docs")


def test_the_documentation_needs_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert "//cdn" not in page.text
    assert "https://" not in page.text
    for asset in ("/swagger/swagger-ui-bundle.js", "/swagger/swagger-ui.css"):
        assert asset in page.text
        assert client.get(asset).status_code == 200


def test_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ready\n"


def test_alive_but_not_ready_without_a_database() -> None:
    client = client_of(Database("postgresql://127.0.0.1:1/none"))
    assert client.get("/healthz").status_code == 200
    problem(client.get("/readyz"), 503, "unavailable")


def test_alive_but_not_ready_before_the_migrations_and_after_those_of_a_newer_version(
    server_url: str, database: Database
) -> None:
    with fresh(server_url) as url, closing(Database(url)) as bare:
        assert "db upgrade" in problem(client_of(bare).get("/readyz"), 503, "unavailable")["detail"]
    with database.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'from the future'"))
    problem(client_of(database).get("/readyz"), 503, "unavailable")


def test_metrics_count_requests_by_route_and_documents_by_state(database: Database) -> None:
    client = client_of(database)
    submit(database, "news")
    client.get("/v1/quotes/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")
    client.get("/v1/nowhere/at/all")
    measured = client.get("/metrics").text
    assert 'quotewire_requests_total{method="GET",route="/v1/quotes/{id}",status="404"} 1.0' in measured
    assert 'quotewire_requests_total{method="GET",route="unmatched",status="404"} 1.0' in measured
    assert 'quotewire_request_seconds_count{method="GET",route="/v1/quotes/{id}"} 1.0' in measured
    assert 'quotewire_documents{state="queued"} 1.0' in measured
    assert 'quotewire_documents{state="failed"} 0.0' in measured
    assert "quotewire_queue_depth 1.0" in measured


def test_metrics_of_the_process_are_there_without_a_database() -> None:
    client = client_of(Database("postgresql://127.0.0.1:1/none"))
    client.get("/healthz")
    measured = client.get("/metrics").text
    assert "quotewire_requests_total" in measured
    assert "quotewire_queue_depth" not in measured
