from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.store.session import Database
from tests.api.conftest import client_of, secret_of

TYPES = st.sampled_from(
    [
        "text/plain",
        "text/html",
        "text/html; charset=utf-16",
        "text/plain; charset=idna",
        "text/plain; charset=zlib",
        "application/json",
        "application/json; charset=latin-1",
    ]
)
WORDS = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=30)
few = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def writer(module_database: Database) -> Iterator[TestClient]:
    with client_of(module_database, key=secret_of(module_database, "ingest", "read"), max_body_bytes=10_000) as client:
        yield client


@few
@given(st.binary(max_size=2_000), TYPES | WORDS)
@example(b"\x00", "text/plain")
@example(b"\xed\xa0\x80", "text/plain")
@example(b"x" * 10_001, "text/html")
@example(b'{"content": "\\u0000"}', "application/json")
@example(b'{"content": "news", "content": "other"}', "application/json")
def test_any_bytes_of_any_type_are_accepted_or_refused_with_a_reason(
    writer: TestClient, content: bytes, media_type: str
) -> None:
    response = writer.post("/v1/documents", content=content, headers={"Content-Type": media_type})
    assert response.status_code in {202, 400, 413, 415, 422}
    if response.status_code == 202:
        kept = writer.get(response.headers["location"] + "/content")
        assert media_type.startswith("application/json") or kept.content == content
    else:
        assert response.json()["detail"]


@few
@given(WORDS, WORDS, WORDS)
def test_any_headers_are_taken_or_refused_with_a_reason(writer: TestClient, prefer: str, key: str, match: str) -> None:
    headers = {"Prefer": prefer.replace("wait", ""), "Idempotency-Key": key, "If-None-Match": match, "Accept": match}
    sent = writer.post("/v1/documents", content=b"news", headers={**headers, "Content-Type": "text/plain"})
    assert sent.status_code in {202, 406, 422}
    assert writer.get("/v1/documents", headers=headers).status_code in {200, 304, 406}
