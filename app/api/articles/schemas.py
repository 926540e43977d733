"""Articles over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from app.api.fields import (
    EXAMPLE_ID,
    TEXT,
    GivenId,
    GivenText,
    count_field,
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
from app.api.schemas import FailureInfo, ListSchema, OutletRef, PublicationTime, Schema
from app.model.article import ArticleKind
from app.store.paging import DatedSort

MOST_AUTHORS = MOST_FAILURES = MOST_TAGS = MOST_PLACES = MOST_ORIGINS = MOST_REASONS = 100


class Dateline(Schema):
    """The words before an item's first sentence. One of its first paragraphs begins with them."""

    text: Annotated[str, text_field("As printed.", "ALDMOUTH/ORVA, March 14 (Reuters) -", 200)]
    places: Annotated[
        list[Annotated[str, text_field("A place.", "ALDMOUTH", 200)]],
        list_field("Its places as printed.", MOST_PLACES, ["ALDMOUTH", "ORVA"]),
    ]
    day: Annotated[str | None, text_field("Its day as printed, often without a year.", "March 14", 100)]
    agency: Annotated[str | None, text_field("The agency that sent it, by the name in `agencies`.", "Reuters", 200)]


class Origin(Schema):
    """Where the value of a field came from."""

    field: Annotated[str, text_field("The field.", "title", 50)]
    origin: Annotated[
        str,
        text_field(
            "submitted (with the document), stated (by a feed or record), site:…, json-ld:…, meta:…, microdata:… (with"
            " the property's name), link:canonical, html:lang, time, h1, title, text (what the page shows) or url.",
            "json-ld:headline",
            1_000,
        ),
    ]
    confidence: Annotated[float, share_field("How sure that place is.", 0.95)]


Reason = Annotated[str, text_field("A reason in words.", "the very same words")]


class ArticleSummary(Schema):
    """One news item without its body."""

    id: Annotated[UUID, id_field("The article's id.")]
    document_id: Annotated[UUID, id_field("The document it was found in.")]
    ordinal: Annotated[int, count_field("Its place among the items of that document.", 0)]
    kind: Annotated[ArticleKind, plain_field("What it is on its page.", "article")]
    title: Annotated[str, text_field("Its title; empty where it has none.", "Harbour stays open, minister says")]
    byline: Annotated[str | None, text_field("The page's line about who wrote it.", "By Ina Brandt, Aldmouth")]
    authors: Annotated[
        list[Annotated[str, text_field("A name.", "Ina Brandt")]],
        list_field("The names in the byline.", MOST_AUTHORS, ["Ina Brandt"]),
    ]
    outlet: Annotated[OutletRef | None, object_field("Who published it; null where that is unknown.")]
    published: Annotated[PublicationTime | None, object_field("When; null where the page does not say.")]
    modified: Annotated[PublicationTime | None, object_field("When it last changed, as its publisher says.")]
    agencies: Annotated[
        list[Annotated[str, text_field("An agency.", "Reuters", 200)]],
        list_field(
            "The news agencies of byline, dateline and credit, each by one name in all languages; `authors` keeps them"
            " too where the page does.",
            MOST_AUTHORS,
            ["Reuters"],
        ),
    ]
    dateline: Annotated[Dateline | None, object_field("Its dateline; null where it has none.")]
    written_in: Annotated[
        list[Annotated[str, text_field("A place.", "Aldmouth", 200)]],
        list_field("The places that its byline names.", MOST_PLACES, ["Aldmouth"]),
    ]
    section: Annotated[str | None, text_field("The section that its publisher put it in.", "Business")]
    tags: Annotated[
        list[Annotated[str, text_field("A tag.", "shipping")]],
        list_field("What its publisher tagged it with.", MOST_TAGS, ["shipping"]),
    ]
    paywalled: Annotated[
        bool | None,
        plain_field("Whether its publisher says that not everybody may read it for free; null where unsaid.", False),
    ]
    language: Annotated[str | None, text_field("ISO 639-1; null where it is unsure.", "en", 10)]
    truncated: Annotated[bool, plain_field("Whether the page shows only its beginning.", False)]
    url: Annotated[
        str | None,
        text_field("Its own address without tracking, where known.", "https://courier.example/harbour", 8_000),
    ]
    story_id: Annotated[UUID, id_field("The story it belongs to.")]
    copy_of: Annotated[
        UUID | None,
        id_field(
            "The earlier article that it copies; null where it does not. What comes again from its address unchanged is"
            " a copy, too, and no version."
        ),
    ]
    copy_score: Annotated[float | None, share_field("How alike the two are; 1 is word for word.", 1.0)]
    credited_to: Annotated[str | None, text_field("The agency that a copy credits with its text.", "Reuters", 200)]
    version_of: Annotated[
        UUID | None, id_field("The first version of what it is a later version of; null for a first version.")
    ]
    superseded: Annotated[
        bool,
        plain_field("Whether a later version replaced it or what it repeats, or a whole one if it is cut.", False),
    ]
    failures: Annotated[
        list[FailureInfo], list_field("The stages that did not finish on it; what came before stands.", MOST_FAILURES)
    ]
    created_at: Annotated[datetime, time_field("When it was first stored.")]
    updated_at: Annotated[datetime, time_field("When it last changed.")]


class Article(ArticleSummary):
    """One news item. All offsets of its quotes and mentions index `text`."""

    body: Annotated[
        str,
        text_field("Paragraphs, separated by a blank line.", "The harbour will stay open, Mara Ellison said.", TEXT),
    ]
    text: Annotated[
        str,
        text_field(
            "The title, a blank line, the body (or what there is of them): what offsets index.",
            "Harbour stays open, minister says\n\nThe harbour will stay open, Mara Ellison said.",
            TEXT,
        ),
    ]
    origins: Annotated[
        list[Origin], list_field("Where each field that has a value came from, and how sure it is.", MOST_ORIGINS)
    ]
    story_reasons: Annotated[
        list[Reason],
        list_field(
            "Why it is in its story; empty where it is alone in it, or came when it was.",
            MOST_REASONS,
            ["likeness 0.31 to 4 articles of the story", "shared terms: harbour, toll, aldmouth"],
        ),
    ]
    copy_reasons: Annotated[
        list[Reason], list_field("Why it is a copy; empty where it is none.", MOST_REASONS, ["the very same words"])
    ]
    version_reasons: Annotated[
        list[Reason], list_field("Why it is a later version; else empty.", MOST_REASONS, ["the same address"])
    ]


class ArticleList(ListSchema):
    """A page of articles."""

    items: Annotated[list[ArticleSummary], list_field("The articles, without bodies.", MOST_ITEMS)]


class RelatedArticleParameters(PageParameters):
    """The query of a list of the articles of something."""

    sort: Annotated[DatedSort, plain_field("The order.", "latest")] = DatedSort.NEWEST


class ArticleParameters(RelatedArticleParameters, TextSearch, PublishedRange, IngestedRange):
    """The query of the list of articles."""

    kind: Annotated[ArticleKind | None, plain_field("Only this kind.", "article")] = None
    outlet: Annotated[GivenText | None, plain_field("The outlet's id or name.", "The Northern Courier")] = None
    language: Annotated[GivenText | None, plain_field("ISO 639-1.", "en")] = None
    agency: Annotated[GivenText | None, plain_field("An agency, by its name in `agencies`.", "Reuters")] = None
    section: Annotated[GivenText | None, plain_field("Its section, in any case.", "Business")] = None
    tag: Annotated[GivenText | None, plain_field("One of its tags, in any case.", "shipping")] = None
    paywalled: Annotated[bool | None, plain_field("Only what is said to be so, or not to be.", False)] = None
    entity: Annotated[GivenId | None, plain_field("The id of an entity that it mentions.", EXAMPLE_ID)] = None
    document: Annotated[GivenId | None, plain_field("The id of the document it was found in.", EXAMPLE_ID)] = None
    story: Annotated[GivenId | None, plain_field("The id of its story.", EXAMPLE_ID)] = None
    copy_of: Annotated[GivenId | None, plain_field("The id of the article that it copies.", EXAMPLE_ID)] = None
    superseded: Annotated[
        bool | None, plain_field("Only what another version replaced, or only what none did.", False)
    ] = None
    is_copy: Annotated[
        bool | None, plain_field("Only what copies an earlier article, or only what copies none.", False)
    ] = None
