"""`/v1/articles`, and the articles of an entity, a story and an outlet."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_LIST, OF_ONE, OF_RELATION
from app.api.articles.changes import ArticleChanges, ChangesParameters
from app.api.articles.comparing import changes
from app.api.articles.presenter import article, summary
from app.api.articles.schemas import Article, ArticleList, ArticleParameters, RelatedArticleParameters
from app.api.pager import Pager, Paging
from app.api.parameters import NoQuery, PathId, id_or_name
from app.api.presenting import total
from app.api.services import Open
from app.store import articles, documents, entities, outlets, stories, versions
from app.store.articles import ArticleFilter
from app.store.session import Session

router = APIRouter(tags=["articles"])

Related = Annotated[RelatedArticleParameters, Query()]


@router.get("/v1/articles", responses=OF_LIST)
def list_articles(session: Open, pager: Paging, query: Annotated[ArticleParameters, Query()]) -> ArticleList:
    """News items: articles, briefs, teasers, topic entries."""
    return _listed(session, pager, query, _filter(query))


@router.get("/v1/articles/{id}", responses=OF_ONE, dependencies=[NoQuery])
def get_article(session: Open, id_: PathId) -> Article:
    """One news item with its text."""
    return article(articles.get(session, id_))


@router.get("/v1/articles/{id}/versions", responses=OF_RELATION)
def list_article_versions(session: Open, pager: Paging, id_: PathId, query: Related) -> ArticleList:
    """All versions of an article, itself included; where there is no other, itself alone."""
    articles.get(session, id_)
    return _listed(session, pager, query, ArticleFilter(versions_of=id_))


@router.get("/v1/articles/{id}/changes", responses=OF_ONE)
def get_article_changes(session: Open, id_: PathId, query: Annotated[ChangesParameters, Query()]) -> ArticleChanges:
    """What an article changed against the version before it, or against the one that `since` names: headline,
    paragraphs, quotes and claims. A first version changed nothing."""
    after = articles.get(session, id_)
    before = versions.before(session, after, query.since)
    found = versions.statements(session, [each.id for each in (before, after) if each])
    return changes(before, after, found, query.offsets)


@router.get("/v1/documents/{id}/articles", responses=OF_RELATION)
def list_document_articles(session: Open, pager: Paging, id_: PathId, query: Related) -> ArticleList:
    """The news items that were found in a document."""
    documents.get(session, id_)
    return _listed(session, pager, query, ArticleFilter(document_id=id_))


@router.get("/v1/entities/{id}/articles", responses=OF_RELATION | MERGED)
def list_entity_articles(session: Open, pager: Paging, id_: PathId, query: Related) -> ArticleList:
    """The articles that mention an entity."""
    entities.get(session, id_)
    return _listed(session, pager, query, ArticleFilter(entity_id=id_))


@router.get("/v1/stories/{id}/articles", responses=OF_RELATION | MERGED)
def list_story_articles(session: Open, pager: Paging, id_: PathId, query: Related) -> ArticleList:
    """The articles of a story."""
    stories.get(session, id_)
    return _listed(session, pager, query, ArticleFilter(story_id=id_))


@router.get("/v1/outlets/{id}/articles", responses=OF_RELATION)
def list_outlet_articles(session: Open, pager: Paging, id_: PathId, query: Related) -> ArticleList:
    """The articles of an outlet."""
    outlets.get(session, id_)
    return _listed(session, pager, query, ArticleFilter(outlet=id_))


def _filter(query: ArticleParameters) -> ArticleFilter:
    return ArticleFilter(
        kind=query.kind,
        outlet=id_or_name(query.outlet),
        language=query.language,
        agency=query.agency,
        section=query.section,
        tag=query.tag,
        paywalled=query.paywalled,
        entity_id=query.entity,
        document_id=query.document,
        story_id=query.story,
        copy_of=query.copy_of,
        superseded=query.superseded,
        is_copy=query.is_copy,
        text=query.text,
        published_after=query.published_after,
        published_before=query.published_before,
        ingested_after=query.ingested_after,
        ingested_before=query.ingested_before,
    )


def _listed(session: Session, pager: Pager, query: RelatedArticleParameters, where: ArticleFilter) -> ArticleList:
    page = articles.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return ArticleList(
        items=[summary(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )
