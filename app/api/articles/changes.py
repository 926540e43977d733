"""What changed between two versions of an article, over the wire."""

from typing import Annotated
from uuid import UUID

from app.api.fields import EXAMPLE_ID, TEXT, GivenId, id_field, list_field, object_field, plain_field, text_field
from app.api.paging import NoParameters
from app.api.parameters import OffsetChoice
from app.api.schemas import Excerpt, Schema
from app.model.revision import Change

MOST_PASSAGES = MOST_STATEMENTS = MOST_WORDS = 1_000_000


class TitleChange(Schema):
    """The two headlines."""

    before: Annotated[str, text_field("The earlier one; empty where there was none.", "Harbour to close")]
    after: Annotated[str, text_field("The later one; empty where there is none.", "Harbour stays open, minister says")]


class WordChange(Schema):
    """Words that stand for others. One of the two may be null: words were only added, or only taken out."""

    before: Annotated[Excerpt | None, object_field("The words in the earlier version's `text`.")]
    after: Annotated[Excerpt | None, object_field("The words in the later version's `text`.")]


class PassageChange(Schema):
    """A paragraph that one version alone has, or that reads otherwise in the later one."""

    change: Annotated[Change, plain_field("What happened to it.", "changed")]
    before: Annotated[Excerpt | None, object_field("The paragraph in the earlier version; null where it appeared.")]
    after: Annotated[Excerpt | None, object_field("The paragraph in the later version; null where it vanished.")]
    words: Annotated[
        list[WordChange], list_field("The words that differ, where the paragraph was changed.", MOST_WORDS)
    ]


class VersionStatement(Schema):
    """A quote or claim of one of the two versions."""

    id: Annotated[UUID, id_field("The id of the quote, or of the claim.")]
    text: Annotated[str, text_field("Its words.", "We will not close the harbour.", TEXT)]
    by: Annotated[str | None, text_field("Whom it is put down to, as printed; null where nobody is.", "Ellison")]


class StatementChange(Schema):
    """A quote or claim that one version alone has, or that the later one puts otherwise."""

    change: Annotated[Change, plain_field("What happened to it.", "appeared")]
    before: Annotated[VersionStatement | None, object_field("In the earlier version; null where it appeared.")]
    after: Annotated[VersionStatement | None, object_field("In the later version; null where it vanished.")]


class ArticleChanges(Schema):
    """What the later of two versions changed. Nothing at all where they are the same, or where there is no earlier."""

    before: Annotated[UUID | None, id_field("The earlier version's id; null where there is none.")]
    after: Annotated[UUID, id_field("The later version's id.")]
    title: Annotated[TitleChange | None, object_field("The headlines; null where they are the same.")]
    passages: Annotated[list[PassageChange], list_field("The paragraphs that differ, in reading order.", MOST_PASSAGES)]
    quotes: Annotated[list[StatementChange], list_field("The quotes that differ.", MOST_STATEMENTS)]
    claims: Annotated[list[StatementChange], list_field("The claims that differ.", MOST_STATEMENTS)]


class ChangesParameters(NoParameters, OffsetChoice):
    """The query of what changed."""

    since: Annotated[
        GivenId | None, plain_field("The id of the version to compare with; else the one before.", EXAMPLE_ID)
    ] = None
