"""Bounds on what a client may send: how large a body, and how slowly."""

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import kinds, problems
from app.api.context import request_id_of
from app.api.problems import ProblemError


class BodyLimit:
    """Refuses bodies that are larger than `most` bytes, whether they say so or not, or take longer than `seconds`."""

    def __init__(self, app: ASGIApp, most: int, seconds: float) -> None:
        self.app = app
        self.most = most
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _announced(scope) > self.most:
            await problems.answer(self._too_large(), request_id_of(scope))(scope, receive, send)
        else:
            await self.app(scope, self._bounded(receive), send)

    def _bounded(self, receive: Receive) -> Receive:
        received, complete = 0, False
        deadline = asyncio.get_running_loop().time() + self.seconds

        async def bounded() -> Message:
            nonlocal received, complete
            if complete:  # what follows is the client's hanging up, which has no deadline
                return await receive()
            message = await self._before(deadline, receive)
            complete = not message.get("more_body", False)
            received += len(message.get("body", b""))
            if received > self.most:
                raise self._too_large()
            return message

        return bounded

    async def _before(self, deadline: float, receive: Receive) -> Message:
        try:
            async with asyncio.timeout_at(deadline):
                return await receive()
        except TimeoutError:
            raise ProblemError(kinds.REQUEST_TIMEOUT, f"The body took more than {self.seconds:g} seconds.") from None

    def _too_large(self) -> ProblemError:
        return ProblemError(kinds.CONTENT_TOO_LARGE, f"The body may have {self.most} bytes at most.")


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length[:20]) if length.isdecimal() else 0
