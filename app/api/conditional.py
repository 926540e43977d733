"""ETags: what a client has already is not sent again, and what has changed is not overwritten unseen."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import kinds
from app.api.problems import ProblemError

_KEPT_IN_304 = frozenset({b"cache-control", b"vary", b"etag"})


def tag_of(body: bytes) -> str:
    """The strong entity tag of a representation."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def matches(header: str, tag: str, *, weakly: bool) -> bool:
    """Whether an If-Match or If-None-Match header names `tag` (RFC 9110, 8.8.3.2)."""
    listed = [one.strip() for one in header.split(",")]
    return "*" in listed or tag in ([one.removeprefix("W/") for one in listed] if weakly else listed)


def require(if_match: str | None, body: bytes) -> None:
    """Raise a 412 where `if_match` names another representation than the present one."""
    if if_match is not None and not matches(if_match, tag_of(body), weakly=False):
        raise ProblemError(kinds.PRECONDITION_FAILED, kinds.PRECONDITION_FAILED.advice)


class Conditional:
    """Gives every 200 to a GET under `/v1` its ETag, and answers 304 where the client has that one already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/v1/"):
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        await self.app(scope, receive, _Buffered(known, send))


class _Buffered:
    """Holds a 200 back until its body is complete; lets all else pass."""

    def __init__(self, known: str, send: Send) -> None:
        self.known = known
        self.send = send
        self.start: Message | None = None
        self.body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        tag = tag_of(bytes(self.body))
        headers = MutableHeaders(scope=start)
        headers["ETag"] = tag
        headers["Cache-Control"] = "no-cache"
        headers["Vary"] = "Accept, Authorization"
        if matches(self.known, tag, weakly=True):
            kept = [(name, value) for name, value in start["headers"] if name.lower() in _KEPT_IN_304]
            await self.send({**start, "status": 304, "headers": kept})
            await self.send({"type": "http.response.body", "body": b""})
        else:
            await self.send(start)
            await self.send({"type": "http.response.body", "body": bytes(self.body)})
