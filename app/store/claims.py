"""Claims: the propositions that quotes put forward, wherever they appear."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.model.claim import Stance
from app.store.paging import Sort
from app.store.records import ClaimRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """`*_after` is inclusive, `*_before` exclusive.

    `claimant` and `about` are names, matched as `QuoteFilter.speaker` and `.about` are. A claim is in a range of
    publication where one of the articles that print it is. Ingested: when it was first stored. `text` is a web search.
    """

    claimant_id: UUID | None = None
    claimant: str | None = None
    about_id: UUID | None = None
    about: str | None = None
    stance: Stance | None = None
    text: str | None = None
    article_id: UUID | None = None
    quote_id: UUID | None = None
    hedged: bool | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    ingested_after: datetime | None = None
    ingested_before: datetime | None = None


def page(
    session: Session, where: ClaimFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[ClaimRecord]:
    raise NotImplementedError


def get(session: Session, claim_id: UUID) -> ClaimRecord:
    """One claim. Raises `Gone` or `NotFound`."""
    raise NotImplementedError
