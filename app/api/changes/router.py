"""`/v1/changes`."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import OF_LIST
from app.api.changes.presenter import change
from app.api.changes.schemas import ChangeList, ChangeParameters
from app.api.pager import Paging
from app.api.presenting import total
from app.api.services import Open
from app.store import changes

router = APIRouter(tags=["changes"])


@router.get("/v1/changes", responses=OF_LIST)
def list_changes(session: Open, pager: Paging, query: Annotated[ChangeParameters, Query()]) -> ChangeList:
    """What was created, updated and deleted, in order.

    To follow the feed, ask again with the last `sequence` seen as `after_sequence`: nothing is missed.
    """
    where = changes.ChangeFilter(after=query.after_sequence, resource=query.resource)
    page = changes.page(session, where, after=pager.after(query), limit=query.limit)
    return ChangeList(
        items=[change(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )
