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
    text, for exact comparison of those who share a band. `title`, `url` and `outlet` are as the article has them;
    `first` is the first version of an article that is a later one, or that repeats one at its address.
    """

    article: UUID
    story: UUID
    at: datetime
    digest: str
    bands: tuple[int, ...]
    terms: Mapping[str, int]
    text: str
    title: str = ""
    url: str | None = None
    outlet: str | None = None
    first: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article says what an earlier one said: `score` 1.0 for the very same words, else the measured likeness.

    `credited_to` is the agency that the copy itself names as the source of its text.
    """

    of: UUID
    score: float
    reasons: tuple[str, ...]
    credited_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article is what became of an earlier one: `of` is the first version of it, `score` the likeness to the version
    that it is most like, 1.0 for the very same words."""

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
    A later version is no copy.
    """

    item: Item
    mentions: tuple[UUID | None, ...]
    utterances: tuple[Identified, ...]
    claims: tuple[Identified, ...]
    sketch: Sketch
    story_reasons: tuple[str, ...] = ()
    copy: Copy | None = None
    version: Version | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """An article of another document stands in another story, now that this one has come, and why."""

    article: UUID
    story: UUID
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """All decisions about one document. `entities` are those its mentions denote, new ones and known ones alike, with
    every alias known after this document; `judgements` say why a printed name was taken for a known entity.

    `regrouped` are the articles of other documents whose story is another one now; `merged` the stories that became
    part of others: the left one of each is part of the right one from now on, with whatever is still in it.
    """

    items: tuple[Resolved, ...]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...] = ()
    regrouped: tuple[Regrouped, ...] = ()
    merged: tuple[Judgement, ...] = ()
