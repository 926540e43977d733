"""Stories over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import (
    EXAMPLE_ID,
    GivenId,
    GivenInstant,
    count_field,
    id_field,
    list_field,
    plain_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.parameters import TextSearch
from app.api.schemas import ListSchema, Schema
from app.store.paging import Sort


class Story(Schema):
    """Articles about the same event."""

    id: Annotated[UUID, id_field("The story's id.")]
    title: Annotated[str, text_field("The title of one of its articles.", "Harbour stays open, minister says")]
    article_count: Annotated[int, count_field("How many articles it has.", 7)]
    first_at: Annotated[datetime, time_field("The time of its first article: published, else received.")]
    last_at: Annotated[datetime, time_field("The time of its last article: published, else received.")]
    created_at: Annotated[datetime, time_field("When it was first seen here.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]


class StoryList(ListSchema):
    """A page of stories."""

    items: Annotated[list[Story], list_field("The stories.", MOST_ITEMS)]


class StoryParameters(PageParameters, TextSearch):
    """The query of the list of stories."""

    entity: Annotated[GivenId | None, plain_field("The id of an entity that its articles mention.", EXAMPLE_ID)] = None
    active_after: Annotated[
        GivenInstant | None, plain_field("With an article at this instant or later.", "2026-03-01T00:00:00Z")
    ] = None
    active_before: Annotated[
        GivenInstant | None, plain_field("With an article before this instant.", "2026-04-01T00:00:00Z")
    ] = None
    sort: Annotated[Sort, plain_field("The order.", "newest")] = Sort.NEWEST
