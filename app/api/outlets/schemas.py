"""Outlets over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import GivenText, count_field, id_field, list_field, plain_field, text_field, time_field
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.schemas import ListSchema, Schema
from app.store.paging import NamedSort


class Outlet(Schema):
    """Who publishes: a paper, an agency, a site."""

    id: Annotated[UUID, id_field("The outlet's id.")]
    name: Annotated[str, text_field("Its name.", "The Northern Courier")]
    home_url: Annotated[str | None, text_field("Its home page, where known.", "https://courier.example/")]
    article_count: Annotated[int, count_field("How many of its articles are stored.", 128)]
    created_at: Annotated[datetime, time_field("When it was first seen here.")]


class OutletList(ListSchema):
    """A page of outlets."""

    items: Annotated[list[Outlet], list_field("The outlets.", MOST_ITEMS)]


class OutletParameters(PageParameters):
    """The query of the list of outlets."""

    name: Annotated[GivenText | None, plain_field("The name, its beginning or a word of it.", "Courier")] = None
    sort: Annotated[NamedSort, plain_field("The order.", "name")] = NamedSort.NEWEST
