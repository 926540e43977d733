import asyncio
import gzip
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.api import idempotency
from app.kit.clock import now
from app.model.document import Skipped
from app.model.findings import Failure
from app.store import documents
from app.store import idempotency as kept
from app.store.session import Database
from tests import bombs
from tests.api.conftest import client_of, secret_of
from tests.api.test_problems import problem

PLAIN = {"Content-Type": "text/plain"}
HTML = {"Content-Type": "text/html"}
GZ = "application/gzip"
TOO_LARGE = (413, "content-too-large")
UNREADABLE = (422, "unreadable")
SOURCE = {
    "url": "https://courier.example/1",
    "outlet": "The Northern Courier",
    "fetched_at": "2026-03-14T10:00:00+01:00",
}


def end(database: Database, document: dict[str, Any], failure: Failure | None = None) -> None:
    """Do as the worker would: finish it, or let it fail."""
    id_ = UUID(document["id"])
    with database.session() as session:
        documents.start(session, id_)
        if failure is None:
            documents.finish(session, id_)
        else:
            documents.fail(session, id_, failure)


def test_a_text_is_accepted_and_kept_verbatim(writer: TestClient) -> None:
    content = "Café prices rise\r\n\r\n“No,” she said.\x00".encode("cp1252", "replace")
    headers = {"Content-Type": "text/plain; charset=windows-1252"}
    response = writer.post("/v1/documents", content=content, headers=headers, params=SOURCE)
    assert response.status_code == 202
    document = response.json()
    assert response.headers["location"] == f"/v1/documents/{document['id']}"
    assert (document["state"], document["size"], document["attempts"]) == ("queued", len(content), 0)
    assert (document["media_type"], document["charset"]) == ("text/plain", "windows-1252")
    assert (document["url"], document["outlet"]) == (SOURCE["url"], SOURCE["outlet"])
    assert document["fetched_at"] == "2026-03-14T09:00:00Z"
    assert writer.get(response.headers["location"]).json() == document
    assert writer.get("/v1/documents").json()["items"] == [document]
    assert writer.get(f"{response.headers['location']}/content").content == content


@pytest.mark.parametrize(
    ("content", "media_type", "refusal", "reason"),
    [
        pytest.param(bombs.GZIP, GZ, TOO_LARGE, "split it", id="gzip"),
        pytest.param(gzip.compress(bombs.GZIP), GZ, TOO_LARGE, "split it", id="gzip in gzip"),
        pytest.param(bombs.GZIP, "text/html", TOO_LARGE, "split it", id="gzip said to be a page"),
        pytest.param(bombs.LAUGHS, "application/rss+xml", UNREADABLE, "without a DOCTYPE", id="laughs"),
        pytest.param(bombs.LONG_AND_OFTEN, "text/xml", UNREADABLE, "without a DOCTYPE", id="quadratic"),
        pytest.param(b"PK\x03\x04page.html", "application/octet-stream", UNREADABLE, "in one gzip", id="zip"),
    ],
)
def test_a_bomb_is_refused_at_the_door(
    writer: TestClient, content: bytes, media_type: str, refusal: tuple[int, str], reason: str
) -> None:
    response = writer.post("/v1/documents", content=content, headers={"Content-Type": media_type})
    assert reason in problem(response, *refusal)["detail"]
    assert writer.get("/v1/documents").json()["items"] == []


def test_a_bomb_in_json_is_refused_at_the_door(writer: TestClient) -> None:
    sent = {"content": bombs.LAUGHS.decode(), "media_type": "application/rss+xml"}
    assert "DOCTYPE" in problem(writer.post("/v1/documents", json=sent), *UNREADABLE)["detail"]
    told = {"content": bombs.ABOUT_LAUGHS.decode(), "media_type": "text/plain"}
    assert writer.post("/v1/documents", json=told).status_code == 202


def test_after_a_bomb_the_idempotency_key_is_free(writer: TestClient) -> None:
    headers = {"Content-Type": GZ, "Idempotency-Key": "one"}
    problem(writer.post("/v1/documents", content=bombs.GZIP, headers=headers), *TOO_LARGE)
    problem(writer.post("/v1/documents", content=bombs.GZIP, headers=headers), *TOO_LARGE)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param(gzip.compress(b"<p>The harbour stays open.</p>" * 1_000_000), GZ, id="60 MB of a page"),
        pytest.param(gzip.compress(b"WARC/1.0\r\n\r\n") * 5_000, "application/warc", id="an archive of many members"),
        pytest.param(bombs.OLD_RSS, "application/rss+xml", id="RSS 0.91 with its DOCTYPE"),
        pytest.param(bombs.SIGNS, "application/rss+xml", id="entities for signs"),
    ],
)
def test_what_is_honest_is_taken(writer: TestClient, content: bytes, media_type: str) -> None:
    assert writer.post("/v1/documents", content=content, headers={"Content-Type": media_type}).status_code == 202


def test_a_page_from_a_stranger_is_given_back_harmless(writer: TestClient) -> None:
    page = b"<script>alert(1)</script>"
    location = writer.post("/v1/documents", content=page, headers=HTML).headers["location"]
    response = writer.get(f"{location}/content")
    assert response.content == page
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"] == "attachment"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]


def test_json_says_the_same_in_its_body(writer: TestClient) -> None:
    submission = {"content": "<p>Ferries return</p> 🚢", "media_type": "text/html", **SOURCE}
    document = writer.post("/v1/documents", json=submission).json()
    assert (document["media_type"], document["charset"], document["url"]) == ("text/html", "utf-8", SOURCE["url"])
    content = writer.get(f"/v1/documents/{document['id']}/content").content
    assert content == submission["content"].encode()


def test_the_same_bytes_from_the_same_source_are_one_document(writer: TestClient) -> None:
    def send(**params: str) -> str:
        response = writer.post("/v1/documents", content=b"news", headers=PLAIN, params=params)
        assert response.status_code == 202
        return response.headers["location"]

    assert send(url="https://a.example/") == send(url="https://a.example/")
    assert send() == send()
    assert len({send(), send(url="https://a.example/"), send(url="https://b.example/"), send(outlet="Post")}) == 4
    assert writer.get("/v1/documents").json()["total"]["value"] == 4


@pytest.mark.parametrize(
    "media_type",
    [
        "application/rss+xml", "application/atom+xml; charset=utf-8", "text/xml", "application/feed+json",
        "application/x-ndjson", "application/gzip", "application/warc", "application/octet-stream",
    ],
)  # fmt: skip
def test_feeds_records_and_archives_are_taken_as_they_are(writer: TestClient, media_type: str) -> None:
    content = b"\x1f\x8b\x08 whatever it is"
    response = writer.post("/v1/documents", content=content, headers={"Content-Type": media_type})
    assert response.status_code == 202
    document = response.json()
    assert (document["media_type"], document["skipped"]) == (media_type.split(";", maxsplit=1)[0], [])
    assert writer.get(f"{response.headers['location']}/content").content == content


def test_what_was_passed_over_is_told(writer: TestClient, database: Database) -> None:
    document = writer.post("/v1/documents", content=b"an archive", headers=PLAIN).json()
    with database.session() as session:
        documents.start(session, UUID(document["id"]))
        documents.finish(session, UUID(document["id"]), [Skipped("no HTML page (image/png)", 12)])
    told = writer.get(f"/v1/documents/{document['id']}").json()["skipped"]
    assert told == [{"reason": "no HTML page (image/png)", "count": 12}]


@pytest.mark.parametrize(
    "media_type",
    [
        "image/png",
        "application/zip",
        "application/pdf",
        "text/csv",
        "",
        "nonsense",
        "text/plain; charset=klingon",
        "text/html; charset=rot13",
    ],
)
def test_other_media_types_are_not_taken(writer: TestClient, media_type: str) -> None:
    response = writer.post("/v1/documents", content=b"news", headers={"Content-Type": media_type})
    problem(response, 415, "unsupported-media-type")


def test_compressed_bodies_are_not_taken(writer: TestClient) -> None:
    response = writer.post("/v1/documents", content=b"news", headers={**PLAIN, "Content-Encoding": "gzip"})
    problem(response, 415, "unsupported-media-type")


@pytest.mark.parametrize("content", [b"", b" \r\n\t "])
def test_nothing_is_no_document(writer: TestClient, content: bytes) -> None:
    problem(writer.post("/v1/documents", content=content, headers=PLAIN), 422, "unreadable")


@pytest.mark.parametrize(
    ("submission", "pointers"),
    [
        ({}, ["/body/content"]),
        ({"content": ""}, ["/body/content"]),
        ({"content": "a\0b"}, ["/body/content"]),
        ({"content": 7, "url": ""}, ["/body/url", "/body/content"]),
        ({"content": "news", "media_type": "image/png"}, ["/body/media_type"]),
        ({"content": "news", "fetched_at": 1_700_000_000}, ["/body/fetched_at"]),
        ({"content": "news", "fetched_at": "2026-03-14T09:00:00"}, ["/body/fetched_at"]),
        ({"content": "news", "url": "https://a.example/\0"}, ["/body/url"]),
        ({"content": "news", "author/~name": "x"}, ["/body/author~1~0name"]),
        ({"content": "news", "outlet": "x" * 501}, ["/body/outlet"]),
        (["news"], [""]),
    ],
)
def test_each_wrong_field_is_pointed_at(writer: TestClient, submission: object, pointers: list[str]) -> None:
    body = problem(writer.post("/v1/documents", json=submission), 422, "invalid-request")
    assert [error["pointer"] for error in body["errors"]] == [pointer or "/body" for pointer in pointers]


@pytest.mark.parametrize("body", [b"{", b"", b"\xff", b'{"content": "\\ud800"}', b"[" * 100_000, b"NaN"])
def test_what_is_no_json_is_told_apart(writer: TestClient, body: bytes) -> None:
    response = writer.post("/v1/documents", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 422}
    if response.status_code == 400:
        problem(response, 400, "malformed-json")


def test_with_json_the_source_stands_in_the_body_alone(writer: TestClient) -> None:
    response = writer.post("/v1/documents", json={"content": "news"}, params={"url": "https://a.example/"})
    assert problem(response, 422, "invalid-request")["errors"][0]["pointer"] == "/query/url"


def test_waiting_answers_with_the_state_reached_in_time(writer: TestClient) -> None:
    response = writer.post("/v1/documents", content=b"news", headers={**PLAIN, "Prefer": "wait=0"})
    assert (response.status_code, response.json()["state"]) == (202, "queued")
    assert response.headers["preference-applied"] == "wait=0"
    assert "preference-applied" not in writer.post("/v1/documents", content=b"news", headers=PLAIN).headers


def test_waiting_is_over_when_the_document_is_done_and_never_longer_than_the_bound(database: Database) -> None:
    client = client_of(database, key=secret_of(database, "ingest"), max_wait_seconds=1)
    document = client.post("/v1/documents", content=b"news", headers=PLAIN).json()
    waited = client.post("/v1/documents", content=b"news", headers={**PLAIN, "Prefer": "wait=3600"})
    assert waited.headers["preference-applied"] == "wait=1"
    end(database, document)
    done = client.post("/v1/documents", content=b"news", headers={**PLAIN, "Prefer": "wait=3600"})
    assert (done.status_code, done.json()["state"], done.json()["attempts"]) == (202, "done", 1)


def test_a_failed_document_says_why_and_can_be_tried_again(writer: TestClient, database: Database) -> None:
    document = writer.post("/v1/documents", content=b"news", headers=PLAIN).json()
    path = f"/v1/documents/{document['id']}"
    problem(writer.post(f"{path}/retry"), 409, "conflict")
    end(database, document, Failure(stage="read", reason="The bytes are no text."))
    assert writer.get(path).json()["failure"] == {"stage": "read", "reason": "The bytes are no text."}
    assert writer.get("/v1/documents", params={"state": "failed"}).json()["total"]["value"] == 1
    again = writer.post(f"{path}/retry", headers={"Prefer": "wait=0"})
    assert (again.status_code, again.headers["location"]) == (202, path)
    assert (again.json()["state"], again.json()["failure"]) == ("queued", None)
    problem(writer.post(f"{path}/retry"), 409, "conflict")


def test_retrying_what_is_not_there(writer: TestClient) -> None:
    problem(writer.post("/v1/documents/01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d/retry"), 404, "not-found")


def test_the_same_key_and_request_get_the_first_answer(writer: TestClient, database: Database) -> None:
    headers = {**PLAIN, "Idempotency-Key": "k-1"}
    first = writer.post("/v1/documents", content=b"news", headers=headers)
    end(database, first.json())
    again = writer.post("/v1/documents", content=b"news", headers=headers)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


def test_the_same_key_with_another_request_is_refused(writer: TestClient) -> None:
    headers = {**PLAIN, "Idempotency-Key": "k-1"}
    writer.post("/v1/documents", content=b"news", headers=headers)
    problem(writer.post("/v1/documents", content=b"other", headers=headers), 422, "idempotency-key-reused")
    response = writer.post("/v1/documents", content=b"news", headers=headers, params={"outlet": "Post"})
    problem(response, 422, "idempotency-key-reused")


def test_keys_of_different_callers_do_not_meet(database: Database) -> None:
    headers = {**PLAIN, "Idempotency-Key": "k-1"}
    for content in (b"one", b"two"):
        caller = client_of(database, key=secret_of(database, "ingest"))
        assert caller.post("/v1/documents", content=content, headers=headers).status_code == 202


def test_a_request_that_failed_does_not_use_up_its_key(writer: TestClient) -> None:
    headers = {**PLAIN, "Idempotency-Key": "k-1"}
    problem(writer.post("/v1/documents", content=b"  ", headers=headers), 422, "unreadable")
    assert writer.post("/v1/documents", content=b"news", headers=headers).status_code == 202


def test_a_request_in_flight_is_not_done_twice_unless_its_process_died(
    writer: TestClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {**PLAIN, "Idempotency-Key": "k-1"}
    monkeypatch.setattr(kept, "settle", lambda *_, **__: None)  # as if the answer were never kept
    writer.post("/v1/documents", content=b"news", headers=headers)
    monkeypatch.undo()
    problem(writer.post("/v1/documents", content=b"news", headers=headers), 409, "idempotency-in-flight")
    monkeypatch.setattr(idempotency, "now", lambda: now() + timedelta(minutes=6))
    assert writer.post("/v1/documents", content=b"news", headers=headers).status_code == 202


@pytest.mark.parametrize("key", ["", "x" * 256, "a b", "a\x7f"])
def test_a_key_that_is_none(writer: TestClient, key: str) -> None:
    response = writer.post("/v1/documents", content=b"news", headers={**PLAIN, "Idempotency-Key": key})
    body = problem(response, 422, "invalid-request")
    assert body["errors"][0]["pointer"] == "/header/Idempotency-Key"


def test_an_upload_that_breaks_off_is_no_fault_of_ours(writer: TestClient) -> None:
    came = iter([{"type": "http.request", "body": b"half a", "more_body": True}, {"type": "http.disconnect"}])
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return next(came)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    headers = {"authorization": writer.headers["authorization"], "content-type": "text/plain", "content-length": "100"}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/documents",
        "raw_path": b"/v1/documents",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "scheme": "http",
        "http_version": "1.1",
    }
    asyncio.run(writer.app(scope, receive, send))

    assert sent[0]["status"] == 400
