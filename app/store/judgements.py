"""Judgements: decisions that two things are or are not the same. Never changed, only followed by newer ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, or_, select

from app.kit.clock import now
from app.kit.ids import new_id
from app.model.entity import Judgement, Verdict
from app.store.paging import Cut, Order, Sort, paged
from app.store.records import JudgementRecord, Page
from app.store.session import Session
from app.store.tables.judgements import judgement as table


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementFilter:
    """`subject`: either side of the judgement."""

    subject: UUID | None = None
    verdict: Verdict | None = None


def page(
    session: Session, where: JudgementFilter, *, after: tuple[str, ...] | None, limit: int, sort: Sort = Sort.NEWEST
) -> Page[JudgementRecord]:
    query = select(table)
    if where.subject is not None:
        query = query.where(or_(table.c.left_id == where.subject, table.c.right_id == where.subject))
    if where.verdict is not None:
        query = query.where(table.c.verdict == where.verdict)
    return paged(session, query, Order((table.c.id,), descending=sort is Sort.NEWEST), Cut(after, limit), _records)


def add(session: Session, judgement: Judgement) -> JudgementRecord:
    """Append a judgement. Does not act on it: `entities.merge` does."""
    appended = insert(table).values(
        id=new_id(),
        left_id=judgement.left,
        right_id=judgement.right,
        verdict=judgement.verdict,
        score=judgement.score,
        reasons=list(judgement.reasons),
        made_by=judgement.made_by,
        made_at=now(),
    )
    return _records(session.execute(appended.returning(table)).all())[0]


def latest(session: Session, left: UUID, right: UUID, made_by: str, count: int) -> list[Judgement]:
    """What one maker decided about two things, in this order of them: the last `count` decisions, oldest first."""
    query = (
        select(table)
        .where(table.c.left_id == left, table.c.right_id == right, table.c.made_by == made_by)
        .order_by(table.c.id.desc())
        .limit(count)
    )
    return [
        Judgement(
            left=row.left_id,
            right=row.right_id,
            verdict=row.verdict,
            score=row.score,
            reasons=tuple(row.reasons),
            made_by=row.made_by,
        )
        for row in reversed(session.execute(query).all())
    ]


def _records(rows: Sequence[Row[Any]]) -> list[JudgementRecord]:
    return [
        JudgementRecord(
            id=row.id,
            left=row.left_id,
            right=row.right_id,
            verdict=row.verdict,
            score=row.score,
            reasons=tuple(row.reasons),
            made_by=row.made_by,
            made_at=row.made_at,
        )
        for row in rows
    ]
