import pytest
from fastapi.testclient import TestClient

from app.api.conditional import matches
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.seeding import Seeds, submit
from tests.api.test_problems import problem


@pytest.mark.parametrize("header", ['"a"', 'W/"a"', '"b", "a"', '"b" ,W/"a"', "*"])
def test_a_tag_is_matched_weakly(header: str) -> None:
    assert matches(header, '"a"', weakly=True)


@pytest.mark.parametrize("header", ['W/"a"', '"b"', "", "a"])
def test_a_tag_is_not_matched_strongly(header: str) -> None:
    assert not matches(header, '"a"', weakly=False)


def test_what_the_client_has_is_not_sent_again(reader: TestClient, seeds: Seeds) -> None:
    for path in ("/v1/quotes", f"/v1/articles/{seeds.harbour}", f"/v1/documents/{seeds.documents[0]}/content"):
        first = reader.get(path)
        again = reader.get(path, headers={"If-None-Match": f'"something else", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert "content-type" not in again.headers
        assert "ratelimit" in again.headers


def test_what_has_changed_is_sent(database: Database) -> None:
    client = client_of(database)
    before = client.get("/v1/documents").headers["etag"]
    submit(database, "news")
    after = client.get("/v1/documents", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before


def test_errors_have_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get("/v1/quotes/42").headers


def test_a_write_can_insist_on_the_state_it_saw(database: Database) -> None:
    client = client_of(database, key=secret_of(database, "ingest"))
    path = f"/v1/documents/{submit(database, 'news')}"
    tag = client.get(path).headers["etag"]
    problem(client.post(f"{path}/retry", headers={"If-Match": '"stale"'}), 412, "precondition-failed")
    # the tag fits, and so the next reason is the state: the document waits already
    problem(client.post(f"{path}/retry", headers={"If-Match": tag}), 409, "conflict")
