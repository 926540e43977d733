import asyncio
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from app.api.limits import BodyLimit
from app.api.problems import ProblemError
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.test_problems import problem

PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture
def narrow(database: Database) -> TestClient:
    return client_of(database, key=secret_of(database, "ingest"), max_body_bytes=1_000)


def test_a_body_that_says_it_is_too_large(narrow: TestClient) -> None:
    response = narrow.post("/v1/documents", content=b"x" * 1_001, headers=PLAIN)
    assert "1000" in problem(response, 413, "content-too-large")["detail"]


def test_a_body_that_does_not_say(narrow: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(11):
            yield b"x" * 100

    problem(narrow.post("/v1/documents", content=chunks(), headers=PLAIN), 413, "content-too-large")


def test_a_body_that_just_fits(narrow: TestClient) -> None:
    assert narrow.post("/v1/documents", content=b"x" * 1_000, headers=PLAIN).status_code == 202


@pytest.mark.parametrize("length", ["-1", "many", "1" * 30])
def test_a_length_that_is_none_or_endless(narrow: TestClient, length: str) -> None:
    response = narrow.post("/v1/documents", content=b"news", headers={**PLAIN, "Content-Length": length})
    assert response.status_code in {202, 413}


def test_a_body_that_trickles_in_is_given_up() -> None:
    async def never() -> Message:
        await asyncio.sleep(30)
        return {"type": "http.request"}

    async def application(scope: object, receive: object, send: object) -> None:
        await receive()  # type: ignore[operator]

    async def send(message: Message) -> None:
        raise AssertionError(message)

    limit = BodyLimit(application, most=10, seconds=0.01)
    with pytest.raises(ProblemError) as raised:
        asyncio.run(limit({"type": "http", "headers": []}, never, send))
    assert raised.value.kind.status == 408
