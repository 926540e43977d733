"""`/v1/stories`."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_LIST, OF_ONE
from app.api.pager import Paging
from app.api.parameters import NoQuery, PathId
from app.api.presenting import total
from app.api.services import Open
from app.api.stories.presenter import story
from app.api.stories.schemas import Story, StoryList, StoryParameters
from app.store import stories

router = APIRouter(tags=["stories"])


@router.get("/v1/stories", responses=OF_LIST)
def list_stories(session: Open, pager: Paging, query: Annotated[StoryParameters, Query()]) -> StoryList:
    """Articles grouped by the event they are about."""
    where = stories.StoryFilter(
        text=query.text,
        entity_id=query.entity,
        active_after=query.active_after,
        active_before=query.active_before,
    )
    page = stories.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return StoryList(
        items=[story(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )


@router.get("/v1/stories/{id}", responses=OF_ONE | MERGED, dependencies=[NoQuery])
def get_story(session: Open, id_: PathId) -> Story:
    """One story; its articles are at `/v1/stories/{id}/articles`. One that became part of another answers 308 with the
    address of that."""
    return story(stories.get(session, id_))
