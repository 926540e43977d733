"""`/v1/sources`. All of it needs a key that may ingest: the address of a feed may be a subscriber's own."""

from functools import partial
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from app.api.answers import OF_LIST, OF_ONE
from app.api.auth import Writer, allowed_to_write
from app.api.bodies import Body, given
from app.api.conditional import require
from app.api.idempotency import Answer, IdempotencyKey, once, reserving
from app.api.pager import Paging
from app.api.parameters import IfMatch, NoQuery, PathId
from app.api.presenting import total
from app.api.services import Open, Wired
from app.api.sources.contract import OF_CHANGE, OF_CREATION, OF_REMOVAL, body
from app.api.sources.presenter import changed, schedule, source
from app.api.sources.schemas import Source, SourceChange, SourceList, SourceParameters, SourceSubmission
from app.kit.clock import now
from app.store import queue, sources
from app.store.records import SourceRecord
from app.store.session import Database, Session

router = APIRouter(tags=["sources"], dependencies=[Depends(allowed_to_write)])


@router.get("/v1/sources", responses=OF_LIST)
def list_sources(session: Open, pager: Paging, query: Annotated[SourceParameters, Query()]) -> SourceList:
    """The feeds that are looked at, and how they are doing."""
    where = sources.SourceFilter(url=query.url, paused=query.paused)
    page = sources.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return SourceList(
        items=[source(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )


@router.get("/v1/sources/{id}", responses=OF_ONE, dependencies=[NoQuery])
def get_source(session: Open, id_: PathId) -> Source:
    """One source: when it was last looked at, and why that failed if it did."""
    return source(sources.get(session, id_))


@router.post(
    "/v1/sources",
    status_code=201,
    response_model=Source,
    responses=OF_CREATION,
    openapi_extra=body("SourceSubmission"),
    dependencies=[NoQuery],
)
async def create_source(
    request: Request, caller: Writer, services: Wired, content: Body, idempotency_key: IdempotencyKey = None
) -> Response:
    """Look at a feed from now on. Its URL is checked when it is fetched: what is wrong is in `last_error` then."""
    submission = given(request, content, SourceSubmission)

    async def work() -> Answer:
        return await run_in_threadpool(partial(_create, services.database, submission))

    answer = await once(reserving(services.database, caller.id, idempotency_key, request, content), work)
    return Response(answer.body, answer.status, dict(answer.headers), "application/json")


@router.patch("/v1/sources/{id}", responses=OF_CHANGE, openapi_extra=body("SourceChange"), dependencies=[NoQuery])
def update_source(request: Request, services: Wired, content: Body, id_: PathId, if_match: IfMatch = None) -> Source:
    """Change how often a feed is looked at, what becomes of its entries, or leave it alone for a while."""
    change = given(request, content, SourceChange)
    with services.database.session() as session:
        present = _as_expected(session, id_, if_match)
        return source(sources.change(session, id_, changed(present, change), now()))


@router.delete(
    "/v1/sources/{id}", status_code=204, response_class=Response, responses=OF_REMOVAL, dependencies=[NoQuery]
)
def delete_source(services: Wired, id_: PathId, if_match: IfMatch = None) -> Response:
    """Look at a feed no more. The documents that came from it stay."""
    with services.database.session() as session:
        _as_expected(session, id_, if_match)
        sources.remove(session, id_)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _create(database: Database, submission: SourceSubmission) -> Answer:
    with database.session() as session:
        record = sources.create(session, submission.url, schedule(submission), now())
        if not record.paused:
            queue.enqueue_look(session, record.id)
    location = {"Location": f"/v1/sources/{record.id}"}
    return Answer(status=HTTPStatus.CREATED, headers=location, body=source(record).model_dump_json())


def _as_expected(session: Session, source_id: UUID, if_match: str | None) -> SourceRecord:
    """The source as it is, kept so until the transaction ends. Raises a 412 where it is not as under `if_match`."""
    present = sources.get(session, source_id, to_change=True)
    require(if_match, source(present).model_dump_json().encode())
    return present
