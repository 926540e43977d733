"""Changes over the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.fields import count_field, id_field, list_field, plain_field, time_field
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.schemas import ListSchema, Schema


class ChangeOperation(StrEnum):
    """What happened. A deleted thing answers 410 from then on, a merged one 308."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class Resource(StrEnum):
    """What a change is about."""

    DOCUMENT = "document"
    ARTICLE = "article"
    ENTITY = "entity"
    QUOTE = "quote"
    UTTERANCE = "utterance"
    CLAIM = "claim"
    STORY = "story"
    OUTLET = "outlet"
    SOURCE = "source"


class Change(Schema):
    """One line of the feed."""

    sequence: Annotated[int, count_field("Its place in the feed; only grows, and may skip numbers.", 1042)]
    operation: Annotated[ChangeOperation, plain_field("What happened.", "create")]
    resource: Annotated[Resource, plain_field("To what sort of thing.", "quote")]
    id: Annotated[UUID, id_field("To which one.")]
    at: Annotated[datetime, time_field("When.")]


class ChangeList(ListSchema):
    """A page of changes, oldest first."""

    items: Annotated[list[Change], list_field("The changes.", MOST_ITEMS)]


class ChangeParameters(PageParameters):
    """The query of the feed."""

    after_sequence: Annotated[
        int,
        Field(ge=0, le=2**63 - 1, description="Only what came after this place: the last one seen.", examples=[1042]),
    ] = 0
    resource: Annotated[Resource | None, plain_field("Only changes to this sort of thing.", "quote")] = None
