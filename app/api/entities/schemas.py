"""Entities over the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import (
    GivenText,
    count_field,
    id_field,
    list_field,
    plain_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.schemas import ListSchema, Schema
from app.model.mention import EntityKind
from app.store.paging import NamedSort

MOST_ALIASES = MOST_ROLES = 500


class DatedRole(Schema):
    """What an entity is said to be, where, and as of when."""

    text: Annotated[str, text_field("The role as printed.", "Minister of Ports")]
    article_id: Annotated[UUID, id_field("The article that says so.")]
    start: Annotated[int, count_field("Where in that article's `text`, in code points.", 10)]
    end: Annotated[int, count_field("The end of that, in code points.", 27)]
    as_of: Annotated[date | None, time_field("The day of that article, where it is known.", "2026-03-14")]


class Entity(Schema):
    """Somebody or something, under one name and every alias that was printed."""

    id: Annotated[UUID, id_field("The entity's id.")]
    kind: Annotated[EntityKind, plain_field("What it is.", "person")]
    name: Annotated[str, text_field("Its name: the fullest or most usual form.", "Mara Ellison")]
    aliases: Annotated[
        list[Annotated[str, text_field("An alias.", "Ellison")]],
        list_field("Every form of the name; the first 500.", MOST_ALIASES, ["Mara Ellison", "Ellison"]),
    ]
    roles: Annotated[list[DatedRole], list_field("What it was said to be, and where; the first 500.", MOST_ROLES)]
    wikidata: Annotated[str | None, text_field("Its Wikidata id, where that is sure.", "Q159", 40)]
    geonames: Annotated[str | None, text_field("Its GeoNames id, where that is sure.", "703448", 40)]
    mention_count: Annotated[int, count_field("How often it is mentioned.", 12)]
    quote_count: Annotated[int, count_field("How many quotes it speaks.", 3)]
    created_at: Annotated[datetime, time_field("When it was first seen here.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]


class EntityList(ListSchema):
    """A page of entities."""

    items: Annotated[list[Entity], list_field("The entities.", MOST_ITEMS)]


class RelatedEntityParameters(PageParameters):
    """The query of a list of the entities of something."""

    kind: Annotated[EntityKind | None, plain_field("Only this kind.", "person")] = None
    sort: Annotated[NamedSort, plain_field("The order.", "name")] = NamedSort.NEWEST


class EntityParameters(RelatedEntityParameters):
    """The query of the list of entities."""

    name: Annotated[
        GivenText | None,
        plain_field("Any alias: the whole, its beginning, a word of it, or nearly spelt so.", "Ellison"),
    ] = None
    wikidata: Annotated[GivenText | None, plain_field("The Wikidata id.", "Q159")] = None
