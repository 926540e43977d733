"""`/v1/documents`: what is read there (see `ingestion` for what is written)."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.api.answers import MERGED, OF_LIST, OF_ONE
from app.api.documents.contract import CONTENT
from app.api.documents.presenter import document
from app.api.documents.schemas import Document, DocumentList, DocumentParameters
from app.api.pager import Paging
from app.api.parameters import NoQuery, PathId
from app.api.presenting import total
from app.api.services import Open
from app.store import documents

router = APIRouter(tags=["documents"])
content_router = APIRouter(tags=["documents"])


class Verbatim(Response):
    """Bytes from strangers, made harmless: never a page of this site, whatever they say they are."""

    media_type = "application/octet-stream"

    def __init__(self, content: bytes, status_code: int = 200) -> None:
        headers = {"Content-Disposition": "attachment", "Content-Security-Policy": "sandbox; default-src 'none'"}
        super().__init__(content, status_code, headers)


@router.get("/v1/documents", responses=OF_LIST)
def list_documents(session: Open, pager: Paging, query: Annotated[DocumentParameters, Query()]) -> DocumentList:
    """What was submitted, without the bytes."""
    where = documents.DocumentFilter(
        state=query.state,
        outlet=query.outlet,
        url=query.url,
        received_after=query.received_after,
        received_before=query.received_before,
    )
    page = documents.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return DocumentList(
        items=[document(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )


@router.get("/v1/documents/{id}", responses=OF_ONE | MERGED, dependencies=[NoQuery])
def get_document(session: Open, id_: PathId) -> Document:
    """One document: where it stands, and why it failed if it did."""
    return document(documents.get(session, id_))


@content_router.get(
    "/v1/documents/{id}/content", response_class=Verbatim, responses=CONTENT | OF_ONE | MERGED, dependencies=[NoQuery]
)
def get_document_content(session: Open, id_: PathId) -> Verbatim:
    """The bytes as they were submitted or fetched, for saving; a browser will not show or run them."""
    return Verbatim(documents.content(session, id_))
