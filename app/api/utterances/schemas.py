"""Utterances over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import (
    EXAMPLE_ID,
    GivenText,
    id_field,
    list_field,
    object_field,
    plain_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.schemas import EntityRef, ListSchema, Schema
from app.store.paging import Sort

MOST_QUOTES = 1_000


class Utterance(Schema):
    """The same words by the same speaker, as printed in one or many articles."""

    id: Annotated[UUID, id_field("The utterance's id.")]
    text: Annotated[str, text_field("The words.", "We will not close the harbour.")]
    speaker: Annotated[EntityRef | None, object_field("Who said them; null where that is not sure.")]
    quote_ids: Annotated[
        list[Annotated[UUID, id_field("A quote.")]],
        list_field("The quotes that print them, oldest first; the first thousand.", MOST_QUOTES, [EXAMPLE_ID]),
    ]
    created_at: Annotated[datetime, time_field("When it was first stored.")]


class UtteranceList(ListSchema):
    """A page of utterances."""

    items: Annotated[list[Utterance], list_field("The utterances.", MOST_ITEMS)]


class UtteranceParameters(PageParameters):
    """The query of the list of utterances."""

    speaker: Annotated[GivenText | None, plain_field("Who said it: an entity's id or name.", "Mara Ellison")] = None
    sort: Annotated[Sort, plain_field("The order.", "newest")] = Sort.NEWEST
