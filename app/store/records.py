"""What the repositories answer with: frozen values, free of sessions and tables."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.model.article import ArticleKind, Dateline, Origin, Published
from app.model.claim import Stance
from app.model.document import DocumentState, Skipped
from app.model.entity import Verdict
from app.model.findings import Failure
from app.model.mention import EntityKind, MentionKind
from app.model.quote import CueClass, QuoteKind
from app.model.source import Entries
from app.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRecord:
    id: UUID
    name: str
    home_url: str | None
    article_count: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRef:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A document without its bytes (`documents.content` has them).

    `media_type`, `size` and `sha256` are None until it has been fetched; `final_url` is where redirects led then.
    """

    id: UUID
    state: DocumentState
    media_type: str | None
    charset: str | None
    url: str | None
    final_url: str | None
    outlet: str | None
    fetched_at: datetime | None
    received_at: datetime
    updated_at: datetime
    size: int | None
    sha256: str | None
    attempts: int
    failure: Failure | None
    skipped: tuple[Skipped, ...]
    article_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """A feed that is looked at on a schedule. `failures` counts those since it was last had; `last_error` says why."""

    id: UUID
    url: str
    outlet: str | None
    interval_seconds: int
    entries: Entries
    paused: bool
    next_poll_at: datetime
    last_polled_at: datetime | None
    last_changed_at: datetime | None
    last_error: str | None
    failures: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article as its quotes name it."""

    id: UUID
    title: str
    outlet: OutletRef | None
    published: Published | None
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """`title` + blank line + `body` is the text that all offsets index. `copy_of` is the earlier article it copies,
    `version_of` the first version of what it is a later version of, `superseded` whether there is a later one still."""

    id: UUID
    document_id: UUID
    ordinal: int
    kind: ArticleKind
    title: str
    body: str
    byline: str | None
    authors: tuple[str, ...]
    outlet: OutletRef | None
    published: Published | None
    language: str | None
    truncated: bool
    url: str | None
    modified: Published | None
    agencies: tuple[str, ...]
    dateline: Dateline | None
    written_in: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    paywalled: bool | None
    origins: tuple[Origin, ...]
    story_id: UUID
    copy_of: UUID | None
    copy_score: float | None
    failures: tuple[Failure, ...]
    created_at: datetime
    updated_at: datetime
    copy_reasons: tuple[str, ...] = ()
    credited_to: str | None = None
    version_of: UUID | None = None
    version_reasons: tuple[str, ...] = ()
    superseded: bool = False
    story_reasons: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(part for part in (self.title, self.body) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRef:
    id: UUID
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRecord:
    """A role with where it was printed, and the day of that article where it is known."""

    text: str
    article_id: UUID
    span: Span
    as_of: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRecord:
    id: UUID
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleRecord, ...]
    wikidata: str | None
    geonames: str | None
    mention_count: int
    quote_count: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    id: UUID
    article_id: UUID
    span: Span
    surface: str
    kind: MentionKind
    entity_kind: EntityKind
    name: str
    entity: EntityRef | None
    roles: tuple[str, ...]
    confidence: float
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecord:
    """A speaker or addressee as printed, and who it is where that is sure enough."""

    text: str
    spans: tuple[Span, ...]
    form: MentionKind
    entity: EntityRef | None
    role: str | None
    anonymous: bool
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRecord:
    text: str
    lemma: str
    kind: CueClass
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord:
    """`article_text` is the whole text that the spans index, so that an answer can show what stands around them.

    `within_id` is the quote of the same article that this saying stands inside.
    """

    id: UUID
    kind: QuoteKind
    text: str
    content: tuple[Span, ...]
    speaker: PartyRecord | None
    cue: CueRecord | None
    addressee: PartyRecord | None
    about: tuple[EntityRef, ...]
    hedged: bool
    negated: bool
    said_on: str | None
    said_when: Span | None
    said_where: Span | None
    within_id: UUID | None
    confidence: float
    reason: str
    made_by: str
    article: ArticleRef
    article_text: str
    utterance_id: UUID
    claim_ids: tuple[UUID, ...]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceRecord:
    """The same words by the same speaker, with every quote that prints them, oldest first."""

    id: UUID
    text: str
    speaker: EntityRef | None
    quote_ids: tuple[UUID, ...]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceRecord:
    quote_id: UUID
    article: ArticleRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    id: UUID
    text: str
    stance: Stance
    claimant: EntityRef | None
    claimant_text: str | None
    about: tuple[EntityRef, ...]
    hedged: bool
    negated: bool
    confidence: float
    made_by: str
    appearances: tuple[AppearanceRecord, ...]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    id: UUID
    title: str
    article_count: int
    first_at: datetime
    last_at: datetime
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRecord:
    id: UUID
    left: UUID
    right: UUID
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """One line of the change feed. `sequence` only grows; `op` is create, update or delete."""

    sequence: int
    op: str
    resource: str
    id: UUID
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """An API key without its secret."""

    id: UUID
    name: str
    prefix: str
    scopes: tuple[str, ...]
    created_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page[T]:
    """A page of a list: `next` is the key to go on after (None at the end); `total` counts up to a bound.

    `total_exact` is False where counting stopped at the bound.
    """

    items: tuple[T, ...]
    next: tuple[str, ...] | None
    total: int
    total_exact: bool
