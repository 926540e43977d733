import re

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs


def test_every_answer_has_an_id_and_every_request_a_log_line(client: TestClient) -> None:
    with capture_logs() as lines:
        response = client.get("/v1/quotes?speaker=somebody")
    request_id = response.headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f-]{36}", request_id)
    (line,) = [line for line in lines if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/v1/quotes", 200)
    assert "somebody" not in str(line)


def test_a_client_may_bring_its_own_id(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "order-66"}).headers["x-request-id"] == "order-66"


@pytest.mark.parametrize("given", ["a b", "x" * 65, "<script>", ""])
def test_but_only_a_plain_one(client: TestClient, given: str) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": given}).headers["x-request-id"] != given


def test_nothing_is_sniffed(client: TestClient) -> None:
    assert client.get("/v1/nowhere").headers["x-content-type-options"] == "nosniff"
