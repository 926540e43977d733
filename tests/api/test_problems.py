from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api import kinds
from app.store.session import Database
from tests.api.conftest import client_of, secret_of

NOBODY = "/v1/quotes/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"


def problem(response: Any, status: int, name: str) -> dict[str, Any]:
    """The body of an answer that must be this problem."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["type"] == f"/problems/{name}"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == response.headers["x-request-id"]
    return body


def test_a_route_that_does_not_exist(client: TestClient) -> None:
    assert "/v1/nowhere" in problem(client.get("/v1/nowhere"), 404, "not-found")["detail"]


def test_a_thing_that_does_not_exist(client: TestClient) -> None:
    problem(client.get(NOBODY), 404, "not-found")


def test_a_trailing_slash_is_another_address(client: TestClient) -> None:
    problem(client.get("/v1/quotes/"), 404, "not-found")


def test_a_method_that_an_address_does_not_have_names_all_that_it_has(client: TestClient) -> None:
    response = client.delete("/v1/documents")
    problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("accept", ["text/html", "image/*", "application/json;q=0", "application/xml, text/*"])
def test_nothing_acceptable(client: TestClient, accept: str) -> None:
    problem(client.get("/v1/quotes", headers={"Accept": accept}), 406, "not-acceptable")


def test_a_wrong_shape_is_told_in_words(writer: TestClient) -> None:
    body = problem(writer.get("/v1/quotes", params={"cursor": "a b"}), 422, "invalid-request")
    assert body["detail"].startswith("/query/cursor: a cursor is the `next_cursor` of a page, unchanged")
    sent = writer.post("/v1/documents", json={"content": "Harbour\x00 stays open"})
    assert problem(sent, 422, "invalid-request")["errors"] == [
        {"pointer": "/body/content", "detail": "a text holds no NUL (U+0000): leave it out"}
    ]


def test_an_unknown_parameter_is_named_on_every_address(writer: TestClient) -> None:
    for path, operations in writer.get("/openapi.json").json()["paths"].items():
        if "get" in operations:
            address = path.replace("{id}", "01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d")
            accept = {"Accept": "*/*"}
            body = problem(writer.get(address, params={"colour": "red"}, headers=accept), 422, "invalid-request")
            assert [error["pointer"] for error in body["errors"]] == ["/query/colour"], path


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/query/limit"),
        ("limit=101", "/query/limit"),
        ("limit=99999999999999999999999", "/query/limit"),
        ("limit=many", "/query/limit"),
        ("text=a%00b", "/query/text"),
        ("speaker=" + "x" * 501, "/query/speaker"),
        ("speaker=", "/query/speaker"),
        ("kind=loud", "/query/kind"),
        ("published_after=1700000000", "/query/published_after"),
        ("published_after=2026-03-14", "/query/published_after"),
        ("published_after=2026-03-14T09:26:53", "/query/published_after"),
        ("published_after=2026-02-30T09:26:53Z", "/query/published_after"),
        ("published_before=0001-01-01T00:00:00%2B01:00", "/query/published_before"),
        ("published_before=9999-12-31T23:59:59-01:00", "/query/published_before"),
        ("article=42", "/query/article"),
        ("article=01980f0e6f3a7c3e9d553f2d8a4b1c2d", "/query/article"),
        ("offsets=bytes", "/query/offsets"),
        ("sort=loudest", "/query/sort"),
    ],
)
def test_a_parameter_that_does_not_fit_is_pointed_at(client: TestClient, query: str, pointer: str) -> None:
    body = problem(client.get(f"/v1/quotes?{query}"), 422, "invalid-request")
    assert [error["pointer"] for error in body["errors"]] == [pointer]
    assert body["errors"][0]["detail"] in body["detail"]


def test_an_id_that_is_none(client: TestClient) -> None:
    body = problem(client.get("/v1/quotes/42"), 422, "invalid-request")
    assert body["errors"][0]["pointer"] == "/path/id"


def test_an_unexpected_error_tells_nothing_but_where_to_look(database: Database) -> None:
    client = client_of(database)

    class Broken:
        def session(self) -> None:
            raise RuntimeError("the secret is swordfish")

    client.app.state.services.database = Broken()  # type: ignore[attr-defined]
    response = client.get("/v1/quotes", headers={"X-Request-Id": "look-here"})
    assert problem(response, 500, "internal")["request_id"] == "look-here"
    assert "swordfish" not in response.text
    assert "Traceback" not in response.text
    assert "ratelimit" in response.headers


def test_a_database_that_does_not_answer_is_said_to_be_unavailable() -> None:
    client = client_of(Database("postgresql://127.0.0.1:1/none"))
    response = client.get("/v1/quotes")
    problem(response, 503, "unavailable")
    assert response.headers["retry-after"]


def test_every_type_leads_to_an_explanation(client: TestClient) -> None:
    for kind in kinds.KINDS.values():
        explained = client.get(kind.type)
        assert explained.status_code == 200
        assert kind.advice in explained.text
    problem(client.get("/problems/none"), 404, "not-found")


def test_kinds_stand_in_the_order_of_their_statuses() -> None:
    statuses = [kind.status for kind in kinds.KINDS.values()]
    assert statuses == sorted(statuses)


def test_writing_answers_with_problems_too(database: Database) -> None:
    client = client_of(database, key=secret_of(database, "ingest"), max_body_bytes=1_000)
    problem(
        client.post("/v1/documents", content=b"x", headers={"Content-Type": "image/png"}), 415, "unsupported-media-type"
    )
    problem(client.post("/v1/documents", content=b"x" * 1_001), 413, "content-too-large")
    problem(
        client.post("/v1/documents", content=b"{", headers={"Content-Type": "application/json"}), 400, "malformed-json"
    )
