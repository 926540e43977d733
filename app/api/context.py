"""What surrounds every request: its id, its log line, its measurements, and the net under unexpected errors."""

import re
from time import perf_counter

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import kinds, problems
from app.api.metrics import Metrics
from app.api.problems import ProblemError
from app.kit.ids import new_id

REQUEST_ID = "X-Request-Id"
_ACCEPTED_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = structlog.get_logger(__name__)


def request_id_of(scope: Scope) -> str:
    """The id under which this request is logged."""
    return str(scope["state"]["request_id"])


def route_of(scope: Scope) -> str:
    """The path template that served the request, so that ids do not multiply the measurements."""
    return str(getattr(scope.get("route"), "path", "unmatched"))


class RequestContext:
    """Outermost: gives each request an id (the client's own where it is a plain token), logs and measures it.

    The query is left out of the log: it says what somebody searched for.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = scope.setdefault("state", {})["request_id"] = _id_for(Headers(scope=scope))
        status, started = 0, perf_counter()

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, with_id)
            finally:
                seconds = perf_counter() - started
                self.metrics.observe(scope["method"], route_of(scope), status, seconds)
                log.info(
                    "request", method=scope["method"], path=scope["path"], status=status, ms=round(1000 * seconds, 1)
                )


class Unexpected:
    """Turns an error that nothing else has answered into a plain 500, and logs it with its traceback."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            if scope["type"] != "http" or started:
                raise
            log.exception("unexpected error", path=scope["path"])
            error = ProblemError(kinds.INTERNAL, kinds.INTERNAL.advice)
            await problems.answer(error, request_id_of(scope))(scope, receive, send)


def _id_for(headers: Headers) -> str:
    given = headers.get(REQUEST_ID, "")
    return given if _ACCEPTED_ID.fullmatch(given) else str(new_id())
