import pytest

from app.fetch.errors import Refused
from app.fetch.limits import Limits
from app.fetch.targets import target

OPEN = Limits()


@pytest.mark.parametrize(
    "url",
    [
        *("", "harbour", "/page", "//courier.example/", "http://", "http:///page", "https:courier.example"),
        *("ftp://courier.example/", "file:///etc/passwd", "gopher://courier.example/", "javascript:alert(1)"),
        *("http://mara@courier.example/", "http://mara:secret@courier.example/", "http://courier.example@127.0.0.1/"),
        *("http://courier.example\\@127.0.0.1/", "http://courier.example:22/", "http://courier.example:8080/"),
        *("http://courier.example:99999/", "http://[::1", "http://courier.example:http/", f"http://{'a' * 300}/"),
        *("http://courier.example\n.other.example/", "http://127.0.0.1\0.courier.example/"),
        *("http://xn--/", "http://xn--a.example/"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        target(url, OPEN)


def test_a_target_names_host_port_and_path_as_they_are_sent() -> None:
    found = target("HTTPS://Courier.Example/Häfen?q=1#top", OPEN)
    assert (found.host, found.port, found.path) == ("courier.example", 443, "/H%C3%A4fen?q=1")
    assert found.origin == "https://courier.example"
    assert target("http://häfen.example/", OPEN).host == "xn--hfen-loa.example"


def test_another_port_needs_an_allowed_host() -> None:
    allowing = Limits(allowed_hosts=frozenset({"desk.test:8080", "::1"}))
    assert target("http://desk.test:8080/", allowing).port == 8080
    assert target("http://[::1]:9/", allowing).host == "::1"
    with pytest.raises(Refused, match="Port 8081"):
        target("http://desk.test:8081/", allowing)
