"""Connections that go to the very address that was checked.

A name is resolved once for each request, all its addresses are judged, and the connection is made to one of those by
its digits; name and certificate stay those of the URL. A name that answers differently a moment later gains nothing.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence

import httpx

from app.fetch.addresses import is_public
from app.fetch.errors import Refused, UnknownName, Unreachable
from app.fetch.limits import Limits
from app.fetch.targets import Target, target

type Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""From a host and port to its addresses, as digits. Raises `OSError` where they cannot be had."""

_UNKNOWN = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
"""What the system says where there is no such name, or none with an address; anything else may pass."""


async def by_system(host: str, port: int) -> Sequence[str]:
    """The addresses that the operating system resolves a host to; odd spellings (0x7f.1) become plain."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


async def checked(to: Target, limits: Limits, resolve: Resolve) -> Sequence[str]:
    """The addresses of a target, all of them public or its host allowed. Raises `Refused`, `UnknownName` and
    `Unreachable`."""
    try:
        addresses = await resolve(to.host, to.port)
    except (OSError, UnicodeError) as error:
        if isinstance(error, UnicodeError) or error.errno in _UNKNOWN:
            raise UnknownName(f"The name {to.host} is not known: check the URL.") from error
        raise Unreachable(f"The name {to.host} cannot be looked up ({error}): try again later.") from error
    if not addresses:
        raise UnknownName(f"The name {to.host} has no address: check the URL.")
    if not limits.allows(to.host, to.port) and not all(map(is_public, addresses)):
        raise Refused(
            f"{to.host} leads to an address that is not public, and those are not fetched from: the operator can allow "
            "the host."
        )
    return addresses


def direct(tls: ssl.SSLContext) -> httpx.AsyncBaseTransport:
    """Connections without a proxy, each for one request: one made for another name at the same address is another's."""
    fresh = httpx.Limits(max_keepalive_connections=0)
    return httpx.AsyncHTTPTransport(verify=tls, trust_env=False, limits=fresh)


class Pinned(httpx.AsyncBaseTransport):
    """Sends a request without a body to the checked address of its host; whatever a URL's host, it is checked here."""

    def __init__(self, limits: Limits, resolve: Resolve, inner: httpx.AsyncBaseTransport) -> None:
        self._limits = limits
        self._resolve = resolve
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        to = target(request.url, self._limits)
        *others, last = await checked(to, self._limits, self._resolve)
        for address in others:
            try:
                return await self._inner.handle_async_request(_pinned(request, to, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._inner.handle_async_request(_pinned(request, to, last))

    async def aclose(self) -> None:
        await self._inner.aclose()


def _pinned(request: httpx.Request, to: Target, address: str) -> httpx.Request:
    """The same request to an address in digits; the headers have the Host already, TLS is told the name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        extensions={**request.extensions, "sni_hostname": to.host},
    )
