"""How many requests a minute a client may make (draft-ietf-httpapi-ratelimit-headers), counted in this process."""

import hashlib
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import kinds, problems
from app.api.context import request_id_of
from app.api.problems import ProblemError

MOST_KNOWN_KEYS = 10_000
UNCOUNTED = frozenset({"/healthz", "/readyz", "/metrics"})


class KnownKeys:
    """Which `Authorization` headers have proven good in this process, so that invented ones gain nobody a new budget.

    Forgets all when it has grown to `MOST_KNOWN_KEYS`. Keeps digests, never the keys.
    """

    def __init__(self) -> None:
        self._digests: set[str] = set()

    def remember(self, authorization: str) -> None:
        if len(self._digests) >= MOST_KNOWN_KEYS:
            self._digests.clear()
        self._digests.add(_digest(authorization))

    def client(self, scope: Scope) -> str:
        """Whom a request counts against: its key where that is known to be good, else its network address."""
        digest = _digest(Headers(scope=scope).get("authorization", ""))
        return digest if digest in self._digests else network_of(scope)


class RateLimit:
    """Refuses what goes beyond `per_minute`, and tells every client where it stands."""

    def __init__(self, app: ASGIApp, per_minute: int, known: KnownKeys) -> None:
        self.app = app
        self.known = known
        self.item = RateLimitItemPerMinute(per_minute)
        self.limiter = FixedWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        client = self.known.client(scope)
        allowed = scope["path"] in UNCOUNTED or self.limiter.hit(self.item, client)
        reset, remaining = self.limiter.get_window_stats(self.item, client)
        seconds = max(1, ceil(reset - time()))

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["RateLimit-Policy"] = f'"default";q={self.item.amount};w=60'
                headers["RateLimit"] = f'"default";r={max(0, remaining)};t={seconds}'
            await send(message)

        answer = self.app if allowed else problems.answer(_too_many(seconds), request_id_of(scope))
        await answer(scope, receive, with_headers)


def network_of(scope: Scope) -> str:
    """The client's address; of IPv6 the first 64 bits, which one household commands."""
    host = (scope.get("client") or ("unknown", 0))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    return str(ip_network((address, 64), strict=False)) if isinstance(address, IPv6Address) else host


def _too_many(seconds: int) -> ProblemError:
    detail = f"No more requests are answered for {seconds} seconds."
    return ProblemError(kinds.TOO_MANY_REQUESTS, detail, headers={"Retry-After": str(seconds)})


def _digest(authorization: str) -> str:
    return hashlib.sha256(authorization.encode("latin-1", "replace")).hexdigest()
