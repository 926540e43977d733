"""From the store's records to the schemas that several resources share."""

from bisect import bisect_left
from collections.abc import Sequence

from app.api.schemas import (
    ArticleRef,
    EntityRef,
    Excerpt,
    FailureInfo,
    Offsets,
    OutletRef,
    PublicationTime,
    Total,
    TotalRelation,
)
from app.model.article import Precision, Published
from app.model.findings import Failure
from app.model.span import Span
from app.store import records

CONTEXT = 32
"""How many characters of context an excerpt has on each side."""


class Ruler:
    """Measures offsets into one text in the unit the client asked for; the store's are code points."""

    def __init__(self, text: str, unit: Offsets) -> None:
        self.text = text
        wide = unit is Offsets.UTF16 and not text.isascii()
        self._astral = [i for i, c in enumerate(text) if c > "\uffff"] if wide else []

    def at(self, offset: int) -> int:
        """A code point offset in the ruler's unit: every character beyond the BMP before it counts twice in UTF-16."""
        return offset + bisect_left(self._astral, offset)

    def excerpt(self, span: Span) -> Excerpt:
        """The words under a span, and those around it."""
        return Excerpt(
            start=self.at(span.start),
            end=self.at(span.end),
            exact=span.of(self.text),
            prefix=self.text[max(0, span.start - CONTEXT) : span.start],
            suffix=self.text[span.end : span.end + CONTEXT],
        )


def total(page: records.Page[object]) -> Total:
    return Total(value=page.total, relation=TotalRelation.EQ if page.total_exact else TotalRelation.GTE)


def published(value: Published | None) -> PublicationTime | None:
    if value is None:
        return None
    return PublicationTime(
        instant=value.instant,
        local=_local(value),
        clock=value.clock.isoformat("minutes" if value.clock.second == 0 else "auto") if value.clock else None,
        precision=value.precision,
        raw=value.raw,
        origin=value.origin,
        zone_known=value.instant is not None,
    )


def _local(value: Published) -> str | None:
    if value.local is None:
        return None
    return value.local.date().isoformat() if value.precision is Precision.DAY else value.local.isoformat()


def outlet(ref: records.OutletRef | None) -> OutletRef | None:
    return None if ref is None else OutletRef(id=ref.id, name=ref.name)


def entity(ref: records.EntityRef | None) -> EntityRef | None:
    return None if ref is None else EntityRef(id=ref.id, name=ref.name, kind=ref.kind)


def entities(refs: Sequence[records.EntityRef]) -> list[EntityRef]:
    """The first thousand of them."""
    return [EntityRef(id=ref.id, name=ref.name, kind=ref.kind) for ref in refs[:1_000]]


def article(ref: records.ArticleRef) -> ArticleRef:
    return ArticleRef(
        id=ref.id,
        title=ref.title,
        outlet=outlet(ref.outlet),
        published=published(ref.published),
        superseded=ref.superseded,
    )


def failure(value: Failure) -> FailureInfo:
    return FailureInfo(stage=value.stage, reason=value.reason)
