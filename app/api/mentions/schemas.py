"""Mentions over the wire."""

from typing import Annotated
from uuid import UUID

from app.api.fields import id_field, list_field, object_field, plain_field, share_field, text_field
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.parameters import OffsetChoice
from app.api.schemas import EntityRef, Excerpt, ListSchema
from app.model.mention import EntityKind, MentionKind

MOST_ROLES = 100


class Mention(Excerpt):
    """A span of an article that names an entity."""

    id: Annotated[UUID, id_field("The mention's id.")]
    article_id: Annotated[UUID, id_field("The article whose `text` the offsets index.")]
    kind: Annotated[MentionKind, plain_field("How it refers.", "name")]
    entity_kind: Annotated[EntityKind, plain_field("What it names.", "person")]
    name: Annotated[str, text_field("The fullest form of the name that the article prints.", "Mara Ellison")]
    entity: Annotated[EntityRef | None, object_field("Whom or what it names; null where that is not sure.")]
    roles: Annotated[
        list[Annotated[str, text_field("A role.", "Minister of Ports")]],
        list_field("What the text says here that it is.", MOST_ROLES, ["Minister of Ports"]),
    ]
    confidence: Annotated[float, share_field("How sure the finding is.", 0.93)]
    made_by: Annotated[str, text_field("The stage and version that found it.", "extract 1.0", 200)]


class MentionList(ListSchema):
    """A page of mentions."""

    items: Annotated[list[Mention], list_field("The mentions.", MOST_ITEMS)]


class MentionParameters(PageParameters, OffsetChoice):
    """The query of a list of mentions."""

    kind: Annotated[MentionKind | None, plain_field("Only what refers this way.", "name")] = None
    entity_kind: Annotated[EntityKind | None, plain_field("Only what names this kind.", "person")] = None
