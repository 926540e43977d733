"""The queries of lists of quotes."""

from typing import Annotated

from app.api.fields import EXAMPLE_ID, GivenId, GivenText, plain_field
from app.api.paging import PageParameters
from app.api.parameters import (
    IngestedRange,
    OffsetChoice,
    PublishedRange,
    TextSearch,
    id_or_name,
    split_id_or_name,
)
from app.model.quote import QuoteKind
from app.store.paging import DatedSort
from app.store.quotes import QuoteFilter


class ArticleQuoteParameters(PageParameters, OffsetChoice):
    """The query of the quotes of an article, which stand in the order of its text."""


class RelatedQuoteParameters(ArticleQuoteParameters):
    """The query of the quotes of something."""

    sort: Annotated[DatedSort, plain_field("The order.", "latest")] = DatedSort.NEWEST


class QuoteParameters(RelatedQuoteParameters, TextSearch, PublishedRange, IngestedRange):
    """The query of the list of quotes."""

    speaker: Annotated[GivenText | None, plain_field("Who said it: an entity's id or name.", "Mara Ellison")] = None
    about: Annotated[GivenText | None, plain_field("An entity in the words: its id or name.", "Aldmouth")] = None
    outlet: Annotated[GivenText | None, plain_field("The outlet's id or name.", "The Northern Courier")] = None
    kind: Annotated[QuoteKind | None, plain_field("Only this kind.", "direct")] = None
    hedged: Annotated[bool | None, plain_field("Only what is, or is not, hedged.", False)] = None
    negated: Annotated[bool | None, plain_field("Only what is, or is not, said to be unsaid.", False)] = None
    superseded: Annotated[
        bool | None, plain_field("Only from articles that another version replaced, or only from current ones.", False)
    ] = None
    is_copy: Annotated[
        bool | None,
        plain_field("Only from articles that copy an earlier one, or only from others.", False),
    ] = None
    article: Annotated[GivenId | None, plain_field("The id of the article.", EXAMPLE_ID)] = None
    story: Annotated[GivenId | None, plain_field("The id of the article's story.", EXAMPLE_ID)] = None
    utterance: Annotated[GivenId | None, plain_field("The id of the utterance.", EXAMPLE_ID)] = None
    claim: Annotated[GivenId | None, plain_field("The id of a claim that it puts forward.", EXAMPLE_ID)] = None


def filter_of(query: QuoteParameters) -> QuoteFilter:
    """What the store is asked for."""
    speaker_id, speaker = split_id_or_name(query.speaker)
    about_id, about = split_id_or_name(query.about)
    return QuoteFilter(
        speaker_id=speaker_id,
        speaker=speaker,
        about_id=about_id,
        about=about,
        outlet=id_or_name(query.outlet),
        kind=query.kind,
        text=query.text,
        article_id=query.article,
        utterance_id=query.utterance,
        claim_id=query.claim,
        story_id=query.story,
        hedged=query.hedged,
        negated=query.negated,
        superseded=query.superseded,
        is_copy=query.is_copy,
        published_after=query.published_after,
        published_before=query.published_before,
        ingested_after=query.ingested_after,
        ingested_before=query.ingested_before,
    )
