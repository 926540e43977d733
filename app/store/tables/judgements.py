"""Judgements: rows are added and never changed (a trigger refuses). What they are about may be of any kind."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, Index, Uuid

from app.model.entity import Verdict
from app.store.tables.base import Base, instant, one_of, primary_key, required, share, string, strings, table_of
from app.store.tables.types import Choice


class Judgement(Base, table=True):
    id: UUID = primary_key()
    left_id: UUID = required(Uuid)
    right_id: UUID = required(Uuid)
    verdict: Verdict = required(Choice(Verdict))
    score: float = required(Float)
    reasons: list[str] = strings()
    made_by: str = string()
    made_at: datetime = instant()

    __table_args__ = (
        one_of("verdict", Verdict),
        share("score"),
        CheckConstraint("left_id <> right_id", name="of_two"),
        Index("ix_judgement_left_id_right_id", "left_id", "right_id"),
        Index("ix_judgement_right_id", "right_id"),
    )


judgement = table_of(Judgement)
