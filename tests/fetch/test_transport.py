import asyncio
import socket
from collections.abc import Sequence

import httpx
import pytest

from app.fetch.errors import Refused, UnknownName, Unreachable
from app.fetch.limits import Limits
from app.fetch.transport import Pinned
from tests.fetch.site import Resolver

PUBLIC, OTHER = "93.184.215.14", "2606:2800:21f:cb07::1"


class Wire(httpx.AsyncBaseTransport):
    """Writes down what would have been sent; nothing answers at the `dead` addresses."""

    def __init__(self, *dead: str) -> None:
        self.dead = dead
        self.sent: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        if request.url.host in self.dead:
            raise httpx.ConnectError("refused")
        return httpx.Response(200)


def get(url: str, resolver: Resolver, wire: Wire, times: int = 1) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(transport=Pinned(Limits(), resolver, wire), trust_env=False) as client:
            for _ in range(times):
                await client.get(url)

    asyncio.run(run())


def test_the_connection_is_made_to_the_checked_digits_under_the_name_of_the_url() -> None:
    wire = Wire()
    get("https://courier.example/page", Resolver(courier_example=[(PUBLIC,)]), wire)
    (sent,) = wire.sent
    assert str(sent.url) == f"https://{PUBLIC}/page"
    assert sent.headers["host"] == "courier.example"
    assert sent.extensions["sni_hostname"] == "courier.example"


def test_a_name_that_is_public_first_and_private_then_is_caught_at_its_next_request() -> None:
    wire = Wire()
    resolver = Resolver(rebound_example=[(PUBLIC,), ("127.0.0.1",)])
    with pytest.raises(Refused):
        get("http://rebound.example/", resolver, wire, times=2)
    assert [request.url.host for request in wire.sent] == [PUBLIC], "nothing was sent to the second answer"


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    wire = Wire(OTHER)
    get("http://courier.example/", Resolver(courier_example=[(OTHER, PUBLIC)]), wire)
    assert [request.url.host for request in wire.sent] == [OTHER, PUBLIC]


@pytest.mark.parametrize("answers", [[()], []])
def test_a_name_without_an_address_is_unknown(answers: list[tuple[str, ...]]) -> None:
    resolver = Resolver(courier_example=answers) if answers else Resolver()
    with pytest.raises(UnknownName):
        get("http://courier.example/", resolver, Wire())


def test_a_name_that_cannot_be_looked_up_now_may_be_known_later() -> None:
    async def silent(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with pytest.raises(Unreachable, match="later"):
        get("http://courier.example/", silent, Wire())
