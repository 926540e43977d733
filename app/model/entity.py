"""Entities: persons, organisations, places and events, across articles; and the judgements that made them one."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.model.mention import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something, under one name and all the aliases it was printed or is known under.

    `wikidata` and `geonames` are outside ids where they are known for sure.
    """

    id: UUID
    kind: EntityKind
    name: str
    aliases: frozenset[str] = frozenset()
    wikidata: str | None = None
    geonames: str | None = None


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision that two things are or are not the same: never changed, only followed by a newer one.

    `reasons` are sentences that a person can check; `score` is 0–1; `made_by` is a stage and version or a curator.
    """

    left: UUID
    right: UUID
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    made_by: str
