"""Claims over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import (
    EXAMPLE_ID,
    TEXT,
    GivenId,
    GivenText,
    id_field,
    list_field,
    object_field,
    plain_field,
    share_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS, PageParameters
from app.api.parameters import IngestedRange, PublishedRange, TextSearch
from app.api.schemas import ArticleRef, EntityRef, ListSchema, Schema
from app.model.claim import Stance
from app.store.paging import Sort

MOST_ABOUT = MOST_APPEARANCES = 1_000


class ClaimAppearance(Schema):
    """Where a claim was put forward."""

    quote_id: Annotated[UUID, id_field("The quote that puts it forward.")]
    article: Annotated[ArticleRef, object_field("The article that prints the quote.")]


class Claim(Schema):
    """A proposition that somebody put forward, readable on its own."""

    id: Annotated[UUID, id_field("The claim's id.")]
    text: Annotated[str, text_field("The proposition.", "The harbour of Aldmouth will not be closed", TEXT)]
    stance: Annotated[Stance, plain_field("What the claimant does with it.", "asserts")]
    claimant: Annotated[EntityRef | None, object_field("Who puts it forward; null where that is not sure.")]
    claimant_text: Annotated[str | None, text_field("The claimant as printed.", "Ellison")]
    about: Annotated[list[EntityRef], list_field("Entities that the proposition is about.", MOST_ABOUT)]
    hedged: Annotated[bool, plain_field("Whether the text keeps its distance: “allegedly”.", False)]
    negated: Annotated[bool, plain_field("Whether the text says that this was not said.", False)]
    confidence: Annotated[float, share_field("How sure the finding is.", 0.88)]
    made_by: Annotated[str, text_field("The stage and version that made it.", "claim 1.0", 200)]
    appearances: Annotated[
        list[ClaimAppearance], list_field("Where it was put forward; the first thousand.", MOST_APPEARANCES)
    ]
    created_at: Annotated[datetime, time_field("When it was first stored.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]


class ClaimList(ListSchema):
    """A page of claims."""

    items: Annotated[list[Claim], list_field("The claims.", MOST_ITEMS)]


class RelatedClaimParameters(PageParameters):
    """The query of the claims of something."""

    sort: Annotated[Sort, plain_field("The order.", "newest")] = Sort.NEWEST


class ClaimParameters(RelatedClaimParameters, TextSearch, PublishedRange, IngestedRange):
    """The query of the list of claims."""

    claimant: Annotated[GivenText | None, plain_field("Who claims it: an entity's id or name.", "Mara Ellison")] = None
    about: Annotated[GivenText | None, plain_field("An entity it is about: its id or name.", "Aldmouth")] = None
    stance: Annotated[Stance | None, plain_field("Only this stance.", "denies")] = None
    hedged: Annotated[bool | None, plain_field("Only what is, or is not, hedged.", False)] = None
    article: Annotated[GivenId | None, plain_field("The id of an article that prints it.", EXAMPLE_ID)] = None
    quote: Annotated[GivenId | None, plain_field("The id of a quote that puts it forward.", EXAMPLE_ID)] = None
