"""`/v1/documents`: what is written there."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.requests import ClientDisconnect

from app.api import kinds
from app.api.documents import accepting
from app.api.documents.contract import BODY, OF_RETRY, OF_SUBMISSION, IfMatch
from app.api.documents.schemas import Document, SourceParameters
from app.api.documents.submission import submission
from app.api.documents.writing import Writing
from app.api.media_types import parse, unsupported
from app.api.parameters import NoQuery, PathId
from app.api.problems import ProblemError

router = APIRouter(tags=["documents"])


async def _body(request: Request) -> bytes:
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise unsupported("A body with a content coding is not taken: send a gzipped file as application/gzip.")
    try:
        return await request.body()
    except ClientDisconnect as error:
        raise ProblemError(kinds.BAD_REQUEST, "The body broke off before its end.") from error


@router.post("/v1/documents", status_code=202, response_model=Document, responses=OF_SUBMISSION, openapi_extra=BODY)
async def create_document(
    request: Request,
    writing: Annotated[Writing, Depends(Writing)],
    query: Annotated[SourceParameters, Query()],
    body: Annotated[bytes, Depends(_body)],
) -> Response:
    """Ingest a document: a page, a text, a feed.

    The answer comes when the document is durably stored; a worker takes it apart then. The same bytes from the same
    source are the document that is there already, and answer with its address.
    """
    given = submission(parse(request.headers.get("content-type", "")), body, query)
    services = writing.services
    return await writing.answer(
        partial(accepting.accept, services.database, given, services.config.max_body_bytes), body
    )


@router.post(
    "/v1/documents/{id}/retry", status_code=202, response_model=Document, responses=OF_RETRY, dependencies=[NoQuery]
)
async def retry_document(
    writing: Annotated[Writing, Depends(Writing)], id_: PathId, if_match: IfMatch = None
) -> Response:
    """Process a document again that failed, or that is done. Anything else is a conflict: it is under way."""
    return await writing.answer(partial(accepting.again, writing.services.database, id_, if_match), b"")
