"""`/v1/claims`, and the claims of an article and an entity."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import MERGED, OF_LIST, OF_ONE, OF_RELATION
from app.api.claims.presenter import claim
from app.api.claims.schemas import Claim, ClaimList, ClaimParameters, RelatedClaimParameters
from app.api.pager import Pager, Paging
from app.api.parameters import NoQuery, PathId, split_id_or_name
from app.api.presenting import total
from app.api.services import Open
from app.store import articles, claims, entities
from app.store.claims import ClaimFilter
from app.store.session import Session

router = APIRouter(tags=["claims"])

Related = Annotated[RelatedClaimParameters, Query()]


@router.get("/v1/claims", responses=OF_LIST)
def list_claims(session: Open, pager: Paging, query: Annotated[ClaimParameters, Query()]) -> ClaimList:
    """What is claimed, by whom, with which stance, and where."""
    return _listed(session, pager, query, _filter(query))


@router.get("/v1/claims/{id}", responses=OF_ONE, dependencies=[NoQuery])
def get_claim(session: Open, id_: PathId) -> Claim:
    """One claim."""
    return claim(claims.get(session, id_))


@router.get("/v1/articles/{id}/claims", responses=OF_RELATION)
def list_article_claims(session: Open, pager: Paging, id_: PathId, query: Related) -> ClaimList:
    """The claims that an article prints."""
    articles.get(session, id_)
    return _listed(session, pager, query, ClaimFilter(article_id=id_))


@router.get("/v1/entities/{id}/claims", responses=OF_RELATION | MERGED)
def list_entity_claims(session: Open, pager: Paging, id_: PathId, query: Related) -> ClaimList:
    """What an entity claims."""
    entities.get(session, id_)
    return _listed(session, pager, query, ClaimFilter(claimant_id=id_))


def _filter(query: ClaimParameters) -> ClaimFilter:
    claimant_id, claimant = split_id_or_name(query.claimant)
    about_id, about = split_id_or_name(query.about)
    return ClaimFilter(
        claimant_id=claimant_id,
        claimant=claimant,
        about_id=about_id,
        about=about,
        stance=query.stance,
        text=query.text,
        article_id=query.article,
        quote_id=query.quote,
        hedged=query.hedged,
        published_after=query.published_after,
        published_before=query.published_before,
        ingested_after=query.ingested_after,
        ingested_before=query.ingested_before,
    )


def _listed(session: Session, pager: Pager, query: RelatedClaimParameters, where: ClaimFilter) -> ClaimList:
    page = claims.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return ClaimList(
        items=[claim(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )
