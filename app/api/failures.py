"""From what can go wrong inside to the problem that says so outside."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException

from app.api import kinds, problems
from app.api.context import request_id_of
from app.api.fields import SHAPES
from app.api.kinds import Kind
from app.api.problems import FieldError, ProblemError
from app.model.errors import Conflict, Gone, Merged, NotFound, QuotewireError, TooLarge, Unavailable, Unreadable

_OF_ERROR: tuple[tuple[type[QuotewireError], Kind], ...] = (
    (Gone, kinds.GONE),
    (NotFound, kinds.NOT_FOUND),
    (Conflict, kinds.CONFLICT),
    (TooLarge, kinds.CONTENT_TOO_LARGE),
    (Unreadable, kinds.UNREADABLE),
)
_OF_STATUS = {kind.status: kind for kind in reversed(list(kinds.KINDS.values()))}


def install(app: FastAPI) -> None:
    """Make every error that reaches `app` a problem, but for the unexpected ones (see `context.Unexpected`)."""
    handlers: tuple[tuple[type[Exception], Callable[[Request, Any], Awaitable[Response]]], ...] = (
        (ProblemError, _problem),
        (RequestValidationError, _invalid),
        (HTTPException, _http),
        (Merged, _merged),
        (QuotewireError, _ours),
    )
    for error, handler in handlers:
        app.add_exception_handler(error, handler)


def field_errors(errors: Sequence[Any], prefix: tuple[str, ...] = ()) -> tuple[FieldError, ...]:
    """Pydantic's errors with JSON pointers. What was sent is not repeated: it may be long, or secret."""
    located = [((*prefix, *e["loc"]), e) for e in errors]
    return tuple(FieldError(pointer=pointer(path), detail=_sentence(path, e)[:2_000]) for path, e in located)


def _sentence(path: Sequence[str | int], error: Mapping[str, Any]) -> str:
    """What is wrong, in our own words where we have any, and in words where the library would print a pattern."""
    if error["type"] == "extra_forbidden":
        return f"there is no such {'parameter' if path[0] == 'query' else 'field'}"
    said = str(error["msg"]).removeprefix("Value error, ")
    return SHAPES.get(error.get("ctx", {}).get("pattern"), said)


def pointer(path: Sequence[str | int]) -> str:
    """A JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step)[:200].replace("~", "~0").replace("/", "~1") for step in path)[:2_000]


async def _problem(request: Request, error: ProblemError) -> Response:
    return problems.answer(error, request_id_of(request.scope))


async def _invalid(request: Request, error: RequestValidationError) -> Response:
    errors = field_errors(error.errors())
    detail = "; ".join(f"{e.pointer}: {e.detail}" for e in errors)
    return await _problem(request, ProblemError(kinds.INVALID_REQUEST, detail, errors))


async def _http(request: Request, error: HTTPException) -> Response:
    kind = _OF_STATUS.get(HTTPStatus(error.status_code), kinds.BAD_REQUEST)
    headers = dict(error.headers or {})
    detail = error.detail
    if kind is kinds.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request))
        detail = f"{request.method} is not among the methods of this address: {headers['Allow']}."
    if kind is kinds.NOT_FOUND:
        detail = f"Nothing is served at {request.url.path}."
    return await _problem(request, ProblemError(kind, detail, headers=headers))


def _methods(request: Request) -> list[str]:
    """Every method that some route of this path has."""
    contexts = iter_route_contexts(request.app.routes)
    return sorted({m for c in contexts if c.path_regex.match(request.url.path) for m in c.methods or ()})


async def _merged(request: Request, error: Merged) -> Response:
    """The same address with the survivor's id in place of the merged one."""
    merged = str(request.path_params["id"])
    path = request.url.path.replace(merged, str(error.survivor), 1)
    query = f"?{request.url.query}" if request.url.query else ""
    return Response(status_code=HTTPStatus.PERMANENT_REDIRECT, headers={"Location": path + query})


async def _ours(request: Request, error: QuotewireError) -> Response:
    if isinstance(error, Unavailable):
        return await _problem(request, ProblemError(kinds.UNAVAILABLE, str(error), headers={"Retry-After": "5"}))
    kind = next((kind for sort, kind in _OF_ERROR if isinstance(error, sort)), kinds.INTERNAL)
    return await _problem(request, ProblemError(kind, str(error) or kind.advice))
