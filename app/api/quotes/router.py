"""`/v1/quotes`, and the quotes of an article and an entity."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_LIST, OF_ONE, OF_RELATION
from app.api.pager import Pager, Paging
from app.api.paging import NoParameters
from app.api.parameters import OffsetChoice, PathId
from app.api.presenting import total
from app.api.quotes.parameters import (
    ArticleQuoteParameters,
    QuoteParameters,
    RelatedQuoteParameters,
    filter_of,
)
from app.api.quotes.presenter import quote
from app.api.quotes.schemas import Quote, QuoteList
from app.api.services import Open
from app.store import articles, entities, quotes
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.session import Session

router = APIRouter(tags=["quotes"])


class QuoteChoice(NoParameters, OffsetChoice):
    """The query of one quote."""


@router.get("/v1/quotes", responses=OF_LIST)
def list_quotes(session: Open, pager: Paging, query: Annotated[QuoteParameters, Query()]) -> QuoteList:
    """Who is said to have said what.

    A name finds every entity that has it for an alias or ends in it, and, as a speaker, also those phrases that were
    not taken to be anybody; an id finds that entity alone.
    """
    return _listed(session, pager, query, filter_of(query), QuoteSort(query.sort))


@router.get("/v1/quotes/{id}", responses=OF_ONE)
def get_quote(session: Open, id_: PathId, query: Annotated[QuoteChoice, Query()]) -> Quote:
    """One quote."""
    return quote(quotes.get(session, id_), query.offsets)


@router.get("/v1/articles/{id}/quotes", responses=OF_RELATION)
def list_article_quotes(
    session: Open, pager: Paging, id_: PathId, query: Annotated[ArticleQuoteParameters, Query()]
) -> QuoteList:
    """The quotes of an article, in the order of its text."""
    articles.get(session, id_)
    return _listed(session, pager, query, QuoteFilter(article_id=id_), QuoteSort.TEXT)


@router.get("/v1/entities/{id}/quotes", responses=OF_RELATION | MERGED)
def list_entity_quotes(
    session: Open, pager: Paging, id_: PathId, query: Annotated[RelatedQuoteParameters, Query()]
) -> QuoteList:
    """What an entity is said to have said."""
    entities.get(session, id_)
    return _listed(session, pager, query, QuoteFilter(speaker_id=id_), QuoteSort(query.sort))


def _listed(
    session: Session, pager: Pager, query: ArticleQuoteParameters, where: QuoteFilter, sort: QuoteSort
) -> QuoteList:
    page = quotes.page(session, where, after=pager.after(query), limit=query.limit, sort=sort)
    return QuoteList(
        items=[quote(record, query.offsets) for record in page.items],
        next_cursor=pager.next(query, page),
        total=total(page),
    )
