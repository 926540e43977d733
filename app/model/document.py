"""Documents: what was submitted, verbatim, and the parts that a reader found in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DocumentState(StrEnum):
    """Where a document stands: waiting, being worked on, finished, or stopped with a reason."""

    QUEUED = "queued"
    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was submitted. `content` is kept byte for byte; everything else in the system can be rebuilt from it.

    `media_type` is the submitter's word, without parameters ("text/html"); `charset` is that parameter where it was
    given. `outlet` is the submitter's word too. Times are UTC instants.
    """

    id: UUID
    content: bytes
    media_type: str
    charset: str | None = None
    url: str | None = None
    outlet: str | None = None
    fetched_at: datetime | None = None
    received_at: datetime


class PartForm(StrEnum):
    """In which form a part's content stands."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a container (a feed entry, a ninjs record) itself states about one of its items, as raw strings.

    `paywalled` is None where it does not say whether everybody may read the item for free.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    outlet: str | None = None
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    outlet_url: str | None = None
    paywalled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One readable piece of a document: a page, a text dump, or one entry of a feed, export or archive.

    `content` is decoded text without NULs or lone surrogates. `stated` is None where the container says nothing.
    `partial` says that the container gives a summary in place of the text, or that the text is cut off.
    """

    form: PartForm
    content: str
    url: str | None = None
    stated: Stated | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a reader passed over in a document that it could read otherwise: what and why in a few words, how often."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a document: its parts in order, at least one, and what it passed over."""

    parts: tuple[Part, ...]
    skipped: tuple[Skipped, ...] = ()
