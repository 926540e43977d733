"""What resolution decides about the articles of one document: who is who, what is a copy, what belongs together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.model.entity import Entity, Judgement
from app.model.findings import Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article on its way into the store: its id (kept from an earlier run where it did not change) and findings.

    `at` is the instant it is ordered by among others: published where known, else received.
    """

    id: UUID
    at: datetime
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What later articles are compared with.

    `digest` is equal for texts that are equal but for case, marks and spaces; `bands` are MinHash band keys (signed
    64 bit): near copies share at least one; `terms` counts the words that tell a story apart. `text` is the article's
    text, for exact comparison of those who share a band.
    """

    article: UUID
    story: UUID
    at: datetime
    digest: str
    bands: tuple[int, ...]
    terms: Mapping[str, int]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article says what an earlier one said: `score` 1.0 for the very same words, else the measured likeness."""

    of: UUID
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """An utterance or claim under the key that makes two of them one."""

    id: UUID
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The decisions about one item. The tuples run parallel to the mentions, quotes and claims of its findings.

    A mention without an entity is None. `story_reasons` say why the article joined its story (empty for a new one).
    """

    item: Item
    mentions: tuple[UUID | None, ...]
    utterances: tuple[Identified, ...]
    claims: tuple[Identified, ...]
    sketch: Sketch
    story_reasons: tuple[str, ...] = ()
    copy: Copy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """All decisions about one document. `entities` are those its mentions denote, new ones and known ones alike, with
    every alias known after this document; `judgements` say why a printed name was taken for a known entity."""

    items: tuple[Resolved, ...]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...] = ()
