"""`/v1/outlets`."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import OF_LIST, OF_ONE
from app.api.outlets.presenter import outlet
from app.api.outlets.schemas import Outlet, OutletList, OutletParameters
from app.api.pager import Paging
from app.api.parameters import NoQuery, PathId
from app.api.presenting import total
from app.api.services import Open
from app.store import outlets

router = APIRouter(tags=["outlets"])


@router.get("/v1/outlets", responses=OF_LIST)
def list_outlets(session: Open, pager: Paging, query: Annotated[OutletParameters, Query()]) -> OutletList:
    """Who publishes."""
    where = outlets.OutletFilter(name=query.name)
    page = outlets.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return OutletList(
        items=[outlet(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )


@router.get("/v1/outlets/{id}", responses=OF_ONE, dependencies=[NoQuery])
def get_outlet(session: Open, id_: PathId) -> Outlet:
    """One outlet."""
    return outlet(outlets.get(session, id_))
