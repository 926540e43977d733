from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.kit.clock import now
from app.store import sources
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.test_problems import problem

FEED = "https://courier.example/feed.xml"


def add(writer: TestClient, **fields: object) -> dict[str, Any]:
    response = writer.post("/v1/sources", json={"url": FEED, **fields})
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    assert response.headers["location"] == f"/v1/sources/{made['id']}"
    return made


def address(source: dict[str, Any]) -> str:
    return f"/v1/sources/{source['id']}"


def test_a_source_is_added_and_looked_at_soon(writer: TestClient, database: Database) -> None:
    made = add(writer, outlet="The Northern Courier")
    assert (made["url"], made["outlet"], made["entries"]) == (FEED, "The Northern Courier", "feed")
    assert (made["interval_seconds"], made["paused"], made["failures"]) == (1800, False, 0)
    assert [made[name] for name in ("last_polled_at", "last_changed_at", "last_error")] == [None] * 3
    assert writer.get(address(made)).json() == made
    with database.session() as session:
        jobs = session.execute(text("SELECT task_name, args->>'source_id' FROM procrastinate_jobs")).all()
    assert [tuple(job) for job in jobs] == [("look_at_source", made["id"])]


def test_one_url_is_one_source(writer: TestClient) -> None:
    made = add(writer)
    error = problem(writer.post("/v1/sources", json={"url": FEED}), 409, "conflict")
    assert made["id"] in error["detail"]


def test_the_same_request_under_one_key_is_carried_out_once(writer: TestClient) -> None:
    key = {"Idempotency-Key": "a"}
    first, again = (writer.post("/v1/sources", json={"url": FEED}, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    other = writer.post("/v1/sources", json={"url": f"{FEED}?2"}, headers=key)
    problem(other, 422, "idempotency-key-reused")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/body/url"),
        ({"url": "ftp://courier.example/"}, "/body/url"),
        ({"url": "http://mara:secret@courier.example/"}, "/body/url"),
        ({"url": "courier.example/feed"}, "/body/url"),
        ({"url": "https://courier.example/a b"}, "/body/url"),
        ({"url": FEED + "x" * 8_000}, "/body/url"),
        ({"url": FEED, "interval_seconds": 299}, "/body/interval_seconds"),
        ({"url": FEED, "interval_seconds": 604_801}, "/body/interval_seconds"),
        ({"url": FEED, "interval_seconds": "900"}, "/body/interval_seconds"),
        ({"url": FEED, "entries": "some"}, "/body/entries"),
        ({"url": FEED, "paused": "no"}, "/body/paused"),
        ({"url": FEED, "outlet": ""}, "/body/outlet"),
        ({"url": FEED, "etag": "1"}, "/body/etag"),
    ],
)
def test_each_wrong_field_is_named(writer: TestClient, body: dict[str, Any], pointer: str) -> None:
    error = problem(writer.post("/v1/sources", json=body), 422, "invalid-request")
    assert [one["pointer"] for one in error["errors"]] == [pointer]


def test_what_is_no_json_is_said_to_be_none(writer: TestClient) -> None:
    json = {"Content-Type": "application/json"}
    problem(writer.post("/v1/sources", content=b"{", headers=json), 400, "malformed-json")
    text_plain = {"Content-Type": "text/plain"}
    problem(writer.post("/v1/sources", content=b"{}", headers=text_plain), 415, "unsupported-media-type")
    problem(writer.post("/v1/sources?url=x", json={"url": FEED}), 422, "invalid-request")


def test_sources_are_listed_and_filtered(writer: TestClient) -> None:
    first, second = add(writer), add(writer, url=f"{FEED}?desk=sea", paused=True)
    assert writer.get("/v1/sources").json()["items"] == [second, first]
    assert writer.get("/v1/sources", params={"paused": True}).json()["items"] == [second]
    assert writer.get("/v1/sources", params={"url": FEED}).json()["items"] == [first]
    page = writer.get("/v1/sources", params={"limit": 1, "sort": "oldest"}).json()
    assert page["items"] == [first]
    rest = writer.get("/v1/sources", params={"limit": 1, "sort": "oldest", "cursor": page["next_cursor"]}).json()
    assert (rest["items"], rest["next_cursor"]) == ([second], None)
    problem(writer.get("/v1/sources", params={"state": "x"}), 422, "invalid-request")


def test_a_change_touches_what_it_names(writer: TestClient) -> None:
    made = add(writer, outlet="The Courier")
    changed = writer.patch(address(made), json={"interval_seconds": 300, "paused": True}).json()
    assert changed["next_poll_at"] <= made["next_poll_at"]
    same = {**made, "interval_seconds": 300, "paused": True, "updated_at": changed["updated_at"]}
    assert changed == {**same, "next_poll_at": changed["next_poll_at"]}
    assert writer.patch(address(made), json={"outlet": None, "entries": "pages"}).json()["outlet"] is None
    assert writer.get(address(made)).json()["entries"] == "pages"
    for body in ({"url": FEED}, {"interval_seconds": 1}):
        problem(writer.patch(address(made), json=body), 422, "invalid-request")


def test_a_change_that_was_made_unseen_is_not_overwritten(writer: TestClient, database: Database) -> None:
    made = add(writer)
    etag = {"If-Match": writer.get(address(made)).headers["etag"]}
    assert writer.patch(address(made), json={"paused": True}, headers=etag).status_code == 200
    problem(writer.patch(address(made), json={"paused": False}, headers=etag), 412, "precondition-failed")
    problem(writer.delete(address(made), headers=etag), 412, "precondition-failed")
    assert writer.get(address(made)).json()["paused"] is True


def test_a_deleted_source_is_gone_and_may_be_added_again(writer: TestClient) -> None:
    made = add(writer)
    response = writer.delete(address(made))
    assert (response.status_code, response.content) == (204, b"")
    for call in (writer.get, writer.delete):
        problem(call(address(made)), 410, "gone")
    problem(writer.patch(address(made), json={}), 410, "gone")
    problem(writer.get("/v1/sources/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"), 404, "not-found")
    assert add(writer)["id"] != made["id"]


def test_the_feed_of_changes_tells_what_people_did_to_sources_and_not_that_they_were_looked_at(
    writer: TestClient, database: Database
) -> None:
    made = add(writer)
    with database.session() as session:
        sources.failed(session, sources.get(session, UUID(made["id"])), "courier.example answered 500.", now())
    assert writer.get(address(made)).json()["last_error"] == "courier.example answered 500."
    writer.patch(address(made), json={"paused": True})
    writer.delete(address(made))
    lines = writer.get("/v1/changes", params={"resource": "source"}).json()["items"]
    assert [line["operation"] for line in lines] == ["create", "update", "delete"]
    assert {line["id"] for line in lines} == {made["id"]}


def test_all_of_it_needs_a_key_that_may_ingest(client: TestClient, database: Database, writer: TestClient) -> None:
    path = address(add(writer))
    reader = client_of(database, key=secret_of(database, "read"))
    for method, where in (("GET", "/v1/sources"), ("GET", path), ("PATCH", path), ("DELETE", path)):
        problem(client.request(method, where), 401, "unauthorized")
        problem(reader.request(method, where), 403, "forbidden")
    problem(client.post("/v1/sources", json={"url": FEED}), 401, "unauthorized")


def test_other_methods_are_named(writer: TestClient) -> None:
    response = writer.put(address(add(writer)), json={})
    problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "DELETE, GET, PATCH"
