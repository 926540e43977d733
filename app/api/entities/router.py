"""`/v1/entities`, and the entities of an article."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_LIST, OF_ONE, OF_RELATION
from app.api.entities.presenter import entity
from app.api.entities.schemas import Entity, EntityList, EntityParameters, RelatedEntityParameters
from app.api.pager import Pager, Paging
from app.api.parameters import NoQuery, PathId
from app.api.presenting import total
from app.api.services import Open
from app.store import articles, entities
from app.store.entities import EntityFilter
from app.store.session import Session

router = APIRouter(tags=["entities"])


@router.get("/v1/entities", responses=OF_LIST)
def list_entities(session: Open, pager: Paging, query: Annotated[EntityParameters, Query()]) -> EntityList:
    """Persons, organisations, places and events."""
    where = EntityFilter(kind=query.kind, name=query.name, wikidata=query.wikidata)
    return _listed(session, pager, query, where)


@router.get("/v1/entities/{id}", responses=OF_ONE | MERGED, dependencies=[NoQuery])
def get_entity(session: Open, id_: PathId) -> Entity:
    """One entity. One that was merged answers 308 with the address of the entity it became part of."""
    return entity(entities.get(session, id_))


@router.get("/v1/articles/{id}/entities", responses=OF_RELATION)
def list_article_entities(
    session: Open, pager: Paging, id_: PathId, query: Annotated[RelatedEntityParameters, Query()]
) -> EntityList:
    """The entities that an article mentions, each once."""
    articles.get(session, id_)
    return _listed(session, pager, query, EntityFilter(article_id=id_, kind=query.kind))


def _listed(session: Session, pager: Pager, query: RelatedEntityParameters, where: EntityFilter) -> EntityList:
    page = entities.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return EntityList(
        items=[entity(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )
