import ssl
from pathlib import Path

import pytest

from app.fetch import Limits, Web
from app.fetch.errors import Disallowed
from tests.fetch.site import PAGE, Resolver, Turns, reply, serving

CERTIFICATE = Path(__file__).with_name("paper.test.pem")


def test_the_certificate_must_be_for_the_name_in_the_url_though_the_connection_goes_to_digits() -> None:
    asked: list[str | None] = []
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTIFICATE)
    server.sni_callback = lambda _socket, name, _context: asked.append(name)
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    resolver = Resolver(paper_test=[("127.0.0.1",)], other_test=[("127.0.0.1",)])
    limits = Limits(allowed_hosts=frozenset({"paper.test", "other.test"}), host_delay_seconds=0)

    with serving(server, page=reply()) as site:
        web = Web(limits, Turns(), resolver, trusting)
        page = web.fetch(f"https://paper.test:{site.port}/page")
        with pytest.raises(Disallowed, match=r"not valid for 'other\.test'"):
            web.fetch(f"https://other.test:{site.port}/page")

    assert page is not None
    assert page.content == PAGE
    assert asked == ["paper.test", "paper.test", "other.test"]


def test_a_certificate_that_nobody_trusts_is_not_accepted() -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTIFICATE)
    limits = Limits(allowed_hosts=frozenset({"paper.test"}), host_delay_seconds=0)
    with serving(server, page=reply()) as site, pytest.raises(Disallowed, match="CERTIFICATE_VERIFY_FAILED"):
        Web(limits, Turns(), Resolver(paper_test=[("127.0.0.1",)])).fetch(f"https://paper.test:{site.port}/page")
