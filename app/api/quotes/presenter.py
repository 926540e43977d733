"""From records of quotes to their schemas."""

from collections.abc import Sequence
from typing import Any

from app.api.presenting import Ruler, article, entities, entity
from app.api.quotes.schemas import MOST_CLAIMS, MOST_SPANS, Party, Phrase, Quote, QuoteCue
from app.api.schemas import Offsets, TextSpan
from app.model.span import Span
from app.store.records import CueRecord, PartyRecord, QuoteRecord


def quote(record: QuoteRecord, offsets: Offsets) -> Quote:
    ruler = Ruler(record.article_text, offsets)
    return Quote(
        id=record.id,
        kind=record.kind,
        text=record.text,
        content=[ruler.excerpt(span) for span in record.content[:MOST_SPANS]],
        speaker=party(record.speaker, ruler),
        cue=cue(record.cue, ruler),
        addressee=party(record.addressee, ruler),
        about=entities(record.about),
        hedged=record.hedged,
        negated=record.negated,
        said_on=record.said_on,
        said_when=phrase(record.said_when, ruler),
        said_where=phrase(record.said_where, ruler),
        within_id=record.within_id,
        confidence=record.confidence,
        reason=record.reason,
        made_by=record.made_by,
        article=article(record.article),
        utterance_id=record.utterance_id,
        claim_ids=list(record.claim_ids[:MOST_CLAIMS]),
        created_at=record.created_at,
        updated_at=record.updated_at,
    )


def party(record: PartyRecord | None, ruler: Ruler) -> Party | None:
    if record is None:
        return None
    return Party(
        **_phrase(record.text, record.spans, ruler),
        form=record.form,
        entity=entity(record.entity),
        role=record.role,
        anonymous=record.anonymous,
        confidence=record.confidence,
        reason=record.reason,
    )


def cue(record: CueRecord | None, ruler: Ruler) -> QuoteCue | None:
    if record is None:
        return None
    return QuoteCue(**_phrase(record.text, record.spans, ruler), lemma=record.lemma, class_=record.kind)


def phrase(span: Span | None, ruler: Ruler) -> Phrase | None:
    if span is None:
        return None
    return Phrase(text=span.of(ruler.text), start=ruler.at(span.start), end=ruler.at(span.end))


def _phrase(text: str, spans: Sequence[Span], ruler: Ruler) -> dict[str, Any]:
    measured = [TextSpan(start=ruler.at(span.start), end=ruler.at(span.end)) for span in spans[:MOST_SPANS]]
    return {"text": text, "start": measured[0].start, "end": measured[-1].end, "spans": measured}
