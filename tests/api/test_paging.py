import base64

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.api.paging import Cursors, PageParameters
from app.api.problems import ProblemError
from app.store.session import Database
from app.store.tables.entities import KEY_LENGTH
from tests.api.conftest import client_of, secret_of
from tests.api.seeding import Seeds, submit
from tests.api.test_problems import problem

CURSORS = Cursors(b"a secret of the server, 32 bytes")
FIRST = PageParameters()


def asking(cursor: str) -> PageParameters:
    return PageParameters(cursor=cursor)


LETTERS = st.text(
    st.characters(min_codepoint=32, exclude_characters='"\\', exclude_categories=["Cs"]), max_size=KEY_LENGTH
)


@given(st.tuples(LETTERS, st.uuids().map(str)))
def test_what_was_written_is_read(key: tuple[str, ...]) -> None:
    cursor = CURSORS.write("/v1/quotes", FIRST, key)
    assert CURSORS.read("/v1/quotes", asking(cursor)) == key


@given(st.integers(min_value=0), st.integers(1, 63))
def test_a_cursor_changed_in_any_place_is_refused(place: int, by: int) -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    cursor = CURSORS.write("/v1/quotes", FIRST, ("2026-03-14", "0198"))
    at = place % (len(cursor) - 1)  # the last character may hold bits that mean nothing
    other = alphabet[(alphabet.index(cursor[at]) + by) % 64]
    with pytest.raises(ProblemError):
        CURSORS.read("/v1/quotes", asking(cursor[:at] + other + cursor[at + 1 :]))


@given(st.from_regex(r"\A[A-Za-z0-9_-]{1,200}\Z"))
def test_an_invented_cursor_is_refused(invented: str) -> None:
    with pytest.raises(ProblemError):
        CURSORS.read("/v1/quotes", asking(invented))


def test_a_cursor_is_bound_to_the_list_the_filters_and_the_server() -> None:
    cursor = CURSORS.write("/v1/quotes", FIRST, ("0198",))
    with pytest.raises(ProblemError):
        CURSORS.read("/v1/claims", asking(cursor))
    with pytest.raises(ProblemError):
        Cursors(b"another secret").read("/v1/quotes", asking(cursor))


def test_walking_over_http_meets_everything_once_while_more_comes_in(database: Database) -> None:
    client = client_of(database, key=secret_of(database, "ingest"))
    before = [submit(database, f"text {number}") for number in range(7)]
    met, cursor = [], None
    while True:
        page = client.get("/v1/documents", params={"limit": 3} | ({"cursor": cursor} if cursor else {})).json()
        met += [item["id"] for item in page["items"]]
        submit(database, f"meanwhile {len(met)}")
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert met == [str(id_) for id_ in reversed(before)]


def test_a_cursor_serves_only_the_filters_it_came_with(reader: TestClient, seeds: Seeds) -> None:
    cursor = reader.get("/v1/quotes", params={"limit": 1, "speaker": "Ellison"}).json()["next_cursor"]
    assert reader.get("/v1/quotes", params={"limit": 2, "speaker": "Ellison", "cursor": cursor}).status_code == 200
    for other in ({"speaker": "Mara Ellison"}, {}, {"speaker": "Ellison", "sort": "oldest"}):
        problem(reader.get("/v1/quotes", params={"cursor": cursor, **other}), 400, "bad-cursor")
    problem(reader.get("/v1/claims", params={"cursor": cursor}), 400, "bad-cursor")


@pytest.mark.parametrize("cursor", ["AAAA", "A", base64.urlsafe_b64encode(b"x" * 40).decode().rstrip("=")])
def test_a_forged_cursor_over_http(client: TestClient, cursor: str) -> None:
    problem(client.get("/v1/quotes", params={"cursor": cursor}), 400, "bad-cursor")


def test_a_cursor_that_cannot_be_one_is_an_invalid_request(client: TestClient) -> None:
    problem(client.get("/v1/quotes", params={"cursor": "a b"}), 422, "invalid-request")


def test_totals_are_exact_for_short_lists(reader: TestClient, seeds: Seeds) -> None:
    assert reader.get("/v1/quotes", params={"limit": 1}).json()["total"] == {"value": 4, "relation": "eq"}
