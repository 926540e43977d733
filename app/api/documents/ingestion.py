"""`/v1/documents`: what is written there."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.api.bodies import Body
from app.api.documents import accepting
from app.api.documents.contract import BODY, OF_RETRY, OF_SUBMISSION
from app.api.documents.schemas import Document, SourceParameters
from app.api.documents.submission import submission
from app.api.documents.writing import Writing
from app.api.media_types import parse
from app.api.parameters import IfMatch, NoQuery, PathId

router = APIRouter(tags=["documents"])


@router.post("/v1/documents", status_code=202, response_model=Document, responses=OF_SUBMISSION, openapi_extra=BODY)
async def create_document(
    request: Request,
    writing: Annotated[Writing, Depends(Writing)],
    query: Annotated[SourceParameters, Query()],
    body: Body,
) -> Response:
    """Ingest a document: a page, a text, a feed, or a URL that a worker is to fetch.

    The answer comes when the document is durably stored; a worker takes it apart then. The same bytes from the same
    source are the document that is there already, and answer with its address. A URL sent without content is fetched as
    robots.txt and the server's bounds allow; what may pass (5xx, 429, no answer) is tried again three times, with
    growing waits, before the document fails. Asked for again before it was fetched, it is the same document, and where
    the bytes turn out to be those of a document that is there, the new address leads to that one (308). What would
    expand too far when it is read is refused: gzip beyond 64 MB (413), XML whose entities multiply (422).
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
