import pytest

from app.api.negotiation import accepts


@pytest.mark.parametrize(
    "accept",
    [
        "",
        "*/*",
        "application/*",
        "application/json",
        "APPLICATION/JSON; charset=utf-8",
        "text/html, application/json;q=0.1",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "*/*;q=0, application/json",
    ],
)
def test_json_is_acceptable(accept: str) -> None:
    assert accepts(accept, "application/json")


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0, */*", "*/*;q=0", "application/xml;q=1", "json"])
def test_json_is_not_acceptable(accept: str) -> None:
    assert not accepts(accept, "application/json")
