"""What changed between two versions of an article, as values."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.model.span import Span


class Change(StrEnum):
    """What happened to a passage, quote or claim on the way from the earlier version to the later."""

    APPEARED = "appeared"
    CHANGED = "changed"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words of the earlier text and what stands for them in the later; None where some were only added or taken out."""

    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of one text, or of both where it was changed; then `words` says which words were."""

    change: Change
    before: Span | None
    after: Span | None
    words: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A quote or claim: `same` is the utterance or claim it is an appearance of, `by` whom it is put down to."""

    id: UUID
    same: UUID
    text: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Restatement:
    """A statement that stands in one version alone, or that was put in other words or another mouth."""

    change: Change
    before: Statement | None
    after: Statement | None
