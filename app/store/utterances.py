"""Utterances: the same words by the same speaker, in however many articles."""

from dataclasses import dataclass
from uuid import UUID

from app.store.paging import Sort
from app.store.records import Page, UtteranceRecord
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceFilter:
    """Ids of merged entities stand for their survivors."""

    speaker_id: UUID | None = None


def page(
    session: Session, where: UtteranceFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[UtteranceRecord]:
    raise NotImplementedError


def get(session: Session, utterance_id: UUID) -> UtteranceRecord:
    """One utterance. Raises `Gone` or `NotFound`."""
    raise NotImplementedError
