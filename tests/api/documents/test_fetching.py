import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.gather import pages
from app.store.session import Database
from tests.api.documents.test_ingestion import end
from tests.api.test_problems import problem
from tests.fetch.site import PAGE, Site, reply, serving

URL = "https://courier.example/harbour"


def post(writer: TestClient, url: str, **headers: str) -> dict[str, Any]:
    response = writer.post("/v1/documents", json={"url": url, "outlet": "The Courier"}, headers=headers)
    assert response.status_code == 202, response.text
    document: dict[str, Any] = response.json()
    assert response.headers["location"] == f"/v1/documents/{document['id']}"
    return document


def fetch(database: Database, site: Site, document: dict[str, Any]) -> None:
    """Do as the worker would."""
    if pages.obtain(UUID(document["id"]), database, site.web()):
        end(database, document)


def test_a_url_without_content_is_a_document_that_is_yet_to_be_fetched(writer: TestClient) -> None:
    document = post(writer, URL)
    assert (document["state"], document["url"], document["outlet"]) == ("queued", URL, "The Courier")
    unknown = ("media_type", "charset", "size", "sha256", "fetched_at", "final_url")
    assert {document[name] for name in unknown} == {None}
    assert writer.get("/v1/documents", params={"url": URL}).json()["items"] == [document]
    problem(writer.get(f"/v1/documents/{document['id']}/content"), 404, "not-found")
    problem(writer.post(f"/v1/documents/{document['id']}/retry"), 409, "conflict")
    assert post(writer, URL) == document


def test_when_it_is_fetched_its_bytes_are_those_of_the_page(writer: TestClient, database: Database) -> None:
    with serving(page=reply()) as site:
        document = post(writer, site.url())
        fetch(database, site, document)
        path = f"/v1/documents/{document['id']}"
        fetched = writer.get(path).json()
        assert (fetched["media_type"], fetched["charset"], fetched["size"]) == ("text/html", "utf-8", len(PAGE))
        assert writer.get(f"{path}/content").content == PAGE

        again = post(writer, site.url())
        fetch(database, site, again)
    for part in ("", "/content"):
        response = writer.get(f"/v1/documents/{again['id']}{part}")
        assert (response.status_code, response.headers["location"]) == (308, f"{path}{part}")
    lines = writer.get("/v1/changes", params={"resource": "document"}).json()["items"]
    assert [line["operation"] for line in lines if line["id"] == again["id"]] == ["create", "delete"]


def test_what_could_not_be_fetched_has_failed_and_is_fetched_at_a_retry(writer: TestClient, database: Database) -> None:
    with serving() as site:
        document = post(writer, site.url())
        fetch(database, site, document)
        path = f"/v1/documents/{document['id']}"
        failed = writer.get(path).json()
        assert (failed["state"], failed["failure"]["stage"]) == ("failed", "fetch")
        assert "404" in failed["failure"]["reason"]
        site.replies["/page"] = reply()
        assert writer.post(f"{path}/retry").json()["state"] == "queued"
        fetch(database, site, document)
    assert writer.get(path).json()["state"] == "done"


@pytest.mark.parametrize(
    ("submission", "pointer"),
    [
        ({"url": "ftp://courier.example/"}, "/body/url"),
        ({"url": "http://mara@courier.example/"}, "/body/url"),
        ({"url": "harbour"}, "/body/url"),
        ({"url": URL, "media_type": "text/html"}, "/body/media_type"),
        ({"url": URL, "fetched_at": "2026-03-14T10:00:00Z"}, "/body/fetched_at"),
        ({"outlet": "The Courier"}, "/body/content"),
        ({"url": URL, "depth": 3}, "/body/depth"),
    ],
)
def test_what_cannot_be_fetched_is_refused_at_once(
    writer: TestClient, submission: dict[str, Any], pointer: str
) -> None:
    error = problem(writer.post("/v1/documents", json=submission), 422, "invalid-request")
    assert [one["pointer"] for one in error["errors"]] == [pointer]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "archive:7", "data:text/html,x", "courier.example/harbour"])
def test_only_http_and_https_are_addresses(writer: TestClient, url: str) -> None:
    sent = {"url": url, "content": "Harbour stays open"}
    in_body = problem(writer.post("/v1/documents", json=sent), 422, "invalid-request")
    assert in_body["errors"] == [{"pointer": "/body/url", "detail": "an address begins with http:// or https://"}]
    text = {"Content-Type": "text/plain"}
    in_query = writer.post("/v1/documents", params={"url": url}, content="Harbour stays open", headers=text)
    assert problem(in_query, 422, "invalid-request")["errors"][0]["pointer"] == "/query/url"


@pytest.mark.parametrize(
    "sent",
    [
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Courier",
            "items": [{"id": "1", "content_text": "x"}],
        },
        [{"headline": "Harbour stays open"}],
        {"@type": "NewsArticle", "headline": "Harbour stays open"},
    ],
)
def test_a_feed_or_records_in_place_of_the_envelope_are_told_how_to_be_sent(writer: TestClient, sent: Any) -> None:
    error = problem(writer.post("/v1/documents", json=sent), 422, "invalid-request")
    assert [one["pointer"] for one in error["errors"]] == ["/body"]
    assert "application/feed+json" in error["detail"]


def test_what_is_wrong_is_said_in_our_own_words(writer: TestClient) -> None:
    sent = {"content": "Harbour stays open", "fetched_at": "yesterday", "depth": 3}
    error = problem(writer.post("/v1/documents", json=sent), 422, "invalid-request")
    assert {one["pointer"]: one["detail"] for one in error["errors"]} == {
        "/body/fetched_at": "a time is written as RFC 3339 has it, with its zone (and + as %2B in a query)",
        "/body/depth": "there is no such field",
    }
    unknown = problem(writer.get("/v1/quotes?spaeker=Ellison"), 422, "invalid-request")
    assert unknown["errors"] == [{"pointer": "/query/spaeker", "detail": "there is no such parameter"}]


def test_what_follows_in_the_address_of_content_may_be_any(writer: TestClient) -> None:
    sent = {"url": "HTTPS://courier.example/a b|c", "content": "Harbour stays open"}
    assert writer.post("/v1/documents", json=sent).status_code == 202


def test_who_waits_for_a_page_that_is_a_document_already_gets_that_one(writer: TestClient, database: Database) -> None:
    with serving(page=reply()) as site:
        first = post(writer, site.url())
        fetch(database, site, first)
        second = post(writer, site.url())
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(post, writer, site.url(), Prefer="wait=30")
            time.sleep(0.5)
            fetch(database, site, second)
        assert waiting.result()["id"] == first["id"]
        assert waiting.result()["state"] == "done"
