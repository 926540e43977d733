"""Quotes over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.fields import (
    EXAMPLE_ID,
    TEXT,
    count_field,
    id_field,
    list_field,
    object_field,
    plain_field,
    share_field,
    text_field,
    time_field,
)
from app.api.paging import MOST_ITEMS
from app.api.schemas import ArticleRef, EntityRef, Excerpt, ListSchema, Schema, TextSpan
from app.model.mention import MentionKind
from app.model.quote import CueClass, QuoteKind

MOST_SPANS = MOST_ABOUT = MOST_CLAIMS = 1_000


class Phrase(Schema):
    """A phrase of the article's text, in one piece."""

    text: Annotated[str, text_field("The phrase as printed.", "on Monday")]
    start: Annotated[int, count_field("Where it begins in the article's `text`.", 107)]
    end: Annotated[int, count_field("Where it ends.", 116)]


class SpannedPhrase(Schema):
    """A phrase of the article's text, in one piece or several. `start` and `end` reach from the first to the last."""

    text: Annotated[str, text_field("The phrase as printed, pieces joined by a space.", "Ellison")]
    start: Annotated[int, count_field("Where it begins in the article's `text`.", 94)]
    end: Annotated[int, count_field("Where it ends.", 101)]
    spans: Annotated[list[TextSpan], list_field("Its pieces; one unless it is broken.", MOST_SPANS)]


class Party(SpannedPhrase):
    """A speaker or addressee: the phrase as printed, and who it is where that is sure enough.

    Without an entity the party stays as vague as the text or the finding is; that is better than wrong.
    """

    form: Annotated[MentionKind, plain_field("How the phrase refers.", "name")]
    entity: Annotated[EntityRef | None, object_field("Who it is; null where that is not sure.")]
    role: Annotated[str | None, text_field("What the text says here that they are.", "Minister of Ports")]
    anonymous: Annotated[bool, plain_field("Whether the text itself leaves them unnamed.", False)]
    confidence: Annotated[float, share_field("How sure it is that this is the party, and who it is.", 0.94)]
    reason: Annotated[str, text_field("Why, in words.", "surname of one person in the article")]


class QuoteCue(SpannedPhrase):
    """The words that attribute: “said”, “according to”, the colon of a headline."""

    lemma: Annotated[str, text_field("Its dictionary form.", "say")]
    class_: Annotated[CueClass, Field(alias="class", description="What was done.", examples=["statement"])]


class Quote(Schema):
    """An attribution: somebody is said to have said something."""

    id: Annotated[UUID, id_field("The quote's id.")]
    kind: Annotated[QuoteKind, plain_field("How much of it stands in quotation marks.", "direct")]
    text: Annotated[str, text_field("The quoted words, pieces joined by a space.", "We will not close.", TEXT)]
    content: Annotated[list[Excerpt], list_field("The quoted words where they stand; never empty.", MOST_SPANS)]
    speaker: Annotated[Party | None, object_field("Who is said to have said it; null where the text names nobody.")]
    cue: Annotated[QuoteCue | None, object_field("The words that attribute it; null where its place alone does.")]
    addressee: Annotated[Party | None, object_field("To whom; null where the text does not say.")]
    about: Annotated[list[EntityRef], list_field("Entities that the quoted words name.", MOST_ABOUT)]
    hedged: Annotated[bool, plain_field("Whether the text keeps its distance: “allegedly”.", False)]
    negated: Annotated[bool, plain_field("Whether the text says that this was not said.", False)]
    said_on: Annotated[
        str | None,
        text_field("The day of speaking as printed; ISO 8601, with what is unknown left out.", "--03-14", 40),
    ]
    said_when: Annotated[
        Phrase | None, object_field("The words for the time of speaking: “on Monday”; null where there are none.")
    ]
    said_where: Annotated[
        Phrase | None,
        plain_field(
            "The words for the place, occasion or medium: “in a statement”; null where there are none.",
            {"text": "in a statement", "start": 117, "end": 131},
        ),
    ]
    within_id: Annotated[
        UUID | None,
        id_field("The outer quote of the article that this saying stands inside; null where it stands alone."),
    ]
    confidence: Annotated[float, share_field("How sure the attribution is.", 0.94)]
    reason: Annotated[str, text_field("Why it was made, in words.", "quotation marks; subject of the cue verb")]
    made_by: Annotated[str, text_field("The stage and version that made it.", "attribute 1.0", 200)]
    article: Annotated[ArticleRef, object_field("The article, whose `text` all offsets index.")]
    utterance_id: Annotated[UUID, id_field("The utterance: these words by this speaker, wherever printed.")]
    claim_ids: Annotated[
        list[Annotated[UUID, id_field("A claim.")]],
        list_field("The claims that it puts forward.", MOST_CLAIMS, [EXAMPLE_ID]),
    ]
    created_at: Annotated[datetime, time_field("When it was first stored.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]


class QuoteList(ListSchema):
    """A page of quotes."""

    items: Annotated[list[Quote], list_field("The quotes.", MOST_ITEMS)]
