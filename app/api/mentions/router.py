"""The mentions of an article and of an entity."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_RELATION
from app.api.mentions.presenter import mention
from app.api.mentions.schemas import MentionList, MentionParameters
from app.api.pager import Pager, Paging
from app.api.parameters import PathId
from app.api.presenting import Ruler, total
from app.api.services import Open
from app.store import articles, entities, mentions
from app.store.mentions import MentionFilter
from app.store.paging import TextSort
from app.store.session import Session

router = APIRouter(tags=["mentions"])

Asked = Annotated[MentionParameters, Query()]


@router.get("/v1/articles/{id}/mentions", responses=OF_RELATION)
def list_article_mentions(session: Open, pager: Paging, id_: PathId, query: Asked) -> MentionList:
    """Where an article names somebody or something, in the order of its text."""
    articles.get(session, id_)
    where = MentionFilter(article_id=id_, kind=query.kind, entity_kind=query.entity_kind)
    return _listed(session, pager, query, where, TextSort.TEXT)


@router.get("/v1/entities/{id}/mentions", responses=OF_RELATION | MERGED)
def list_entity_mentions(session: Open, pager: Paging, id_: PathId, query: Asked) -> MentionList:
    """Where an entity is named, newest first."""
    entities.get(session, id_)
    where = MentionFilter(entity_id=id_, kind=query.kind, entity_kind=query.entity_kind)
    return _listed(session, pager, query, where, TextSort.NEWEST)


def _listed(
    session: Session, pager: Pager, query: MentionParameters, where: MentionFilter, sort: TextSort
) -> MentionList:
    page = mentions.page(session, where, after=pager.after(query), limit=query.limit, sort=sort)
    rulers = {
        id_: Ruler(articles.get(session, id_).text, query.offsets)
        for id_ in {record.article_id for record in page.items}
    }
    return MentionList(
        items=[mention(record, rulers[record.article_id]) for record in page.items],
        next_cursor=pager.next(query, page),
        total=total(page),
    )
