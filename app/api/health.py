"""For operators and the curious: is it alive, is it ready, how is it doing, and what does that error mean."""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from app.api import kinds
from app.api.metrics import Metrics
from app.api.problems import ProblemError
from app.api.services import Wired
from app.model.errors import QuotewireError
from app.store import migrate

router = APIRouter(include_in_schema=False)


@router.get("/")
def root() -> RedirectResponse:
    """To the documentation."""
    return RedirectResponse("/docs")


@router.get("/healthz")
def healthz() -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("ok\n")


@router.get("/readyz")
def readyz(services: Wired) -> PlainTextResponse:
    """The database answers, and its schema is the one that this code was written for."""
    try:
        with services.database.session() as session:
            migrate.require_current(session)
    except QuotewireError as error:
        raise ProblemError(kinds.UNAVAILABLE, str(error), headers={"Retry-After": "5"}) from error
    return PlainTextResponse("ready\n")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Everything that is measured, for Prometheus."""
    measured: Metrics = request.app.state.metrics
    return Response(measured.exposition(), media_type=CONTENT_TYPE_LATEST)


@router.get("/problems/{name}")
def problem(name: str) -> PlainTextResponse:
    """What a problem's `type` means and what to do about it."""
    kind = kinds.KINDS.get(name)
    if kind is None:
        raise ProblemError(kinds.NOT_FOUND, "There is no such kind of problem.")
    return PlainTextResponse(f"{kind.status.value} {kind.title}\n\n{kind.advice}\n")
