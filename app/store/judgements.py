"""Judgements: decisions that two things are or are not the same. Never changed, only followed by newer ones."""

from dataclasses import dataclass
from uuid import UUID

from app.model.entity import Judgement, Verdict
from app.store.paging import Sort
from app.store.records import JudgementRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementFilter:
    """`subject`: either side of the judgement."""

    subject: UUID | None = None
    verdict: Verdict | None = None


def page(
    session: Session, where: JudgementFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[JudgementRecord]:
    raise NotImplementedError


def add(session: Session, judgement: Judgement) -> JudgementRecord:
    """Append a judgement. Does not act on it: `entities.merge` does."""
    raise NotImplementedError
