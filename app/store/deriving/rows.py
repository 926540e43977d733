"""The rows that one resolved article asks for, as values of their columns. Pure: nothing here reads the database.

Surfaces and quoted words are cut from the article's text here, so that a row's words are always those under its span.
"""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from app.model.mention import Mention, MentionKind
from app.model.quote import Cue, Party, Quote
from app.model.resolution import Resolved
from app.model.span import Span, joined, meets, surface
from app.store.names import key_of

type Row = dict[str, Any]
"""A row's values by column, without id and times of writing."""

REFERRING = (MentionKind.PRONOUN, MentionKind.NOMINAL)


def denoted(resolved: Resolved) -> Mapping[Span, UUID]:
    """Which entity stands behind which mention, by the mention's span; mentions of nobody known are left out."""
    pairs = zip(resolved.item.findings.mentions, resolved.mentions, strict=True)
    return {mention.span: entity_id for mention, entity_id in pairs if entity_id is not None}


def mention_rows(resolved: Resolved) -> list[Row]:
    """The mentions found, and the pronouns and descriptions that speakers and addressees were resolved from."""
    text, who = resolved.item.findings.article.text, denoted(resolved)
    rows: dict[Span, Row] = {}
    for mention in resolved.item.findings.mentions:
        rows.setdefault(mention.span, _mention_row(mention, text, who.get(mention.span)))
    taken = list(joined(rows))
    for party, mention, made_by in _referring(resolved.item.findings.quotes):
        span, entity_id = party.spans[0], who.get(mention.span)
        if entity_id is not None and not meets(taken, span):
            insort(taken, span)
            row = _mention_row(mention, text, entity_id)
            own = {"span": span, "surface": span.of(text), "kind": party.form}
            rows[span] = {**row, **own, "confidence": party.confidence, "made_by": made_by}
    return list(rows.values())


def _referring(quotes: Sequence[Quote]) -> Iterator[tuple[Party, Mention, str]]:
    """Parties named by a pronoun or description in one piece, with the mention that they stand for."""
    for quote in quotes:
        for party in (quote.speaker, quote.addressee):
            if party and party.mention and party.form in REFERRING and len(party.spans) == 1:
                yield party, party.mention, quote.made_by


def _mention_row(mention: Mention, text: str, entity_id: UUID | None) -> Row:
    return {
        "span": mention.span,
        "surface": mention.span.of(text),
        "kind": mention.kind,
        "entity_kind": mention.entity_kind,
        "name": mention.name,
        "entity_id": entity_id,
        "confidence": mention.confidence,
        "made_by": mention.made_by,
    }


def role_rows(resolved: Resolved, mention_ids: Mapping[Span, UUID]) -> list[Row]:
    """The roles printed with the mentions; `mention_ids` are those of the article by their spans."""
    rows: dict[tuple[UUID, Span], Row] = {}
    for mention in resolved.item.findings.mentions:
        for role in mention.roles:
            key = (mention_ids[mention.span], role.span)
            rows.setdefault(key, {"mention_id": key[0], "span": role.span, "text": role.text})
    return list(rows.values())


def quote_row(quote: Quote, text: str, who: Mapping[Span, UUID], utterance_id: UUID) -> Row:
    """The row of a quote in the article that has this text."""
    speaker = _party("speaker", quote.speaker, text, who)
    folded = None if speaker["speaker_text"] is None else key_of(speaker["speaker_text"])
    return {
        "kind": quote.kind,
        "content": joined(quote.content),
        "text": surface(text, joined(quote.content)),
        **speaker,
        "speaker_folded": folded,
        **_party("addressee", quote.addressee, text, who),
        **_cue(quote.cue, text),
        "hedged": quote.hedged,
        "negated": quote.negated,
        "said_on": quote.said_on,
        "said_when": quote.said_when,
        "said_where": quote.said_where,
        "confidence": quote.confidence,
        "reason": quote.reason,
        "made_by": quote.made_by,
        "utterance_id": utterance_id,
    }


def _party(side: str, party: Party | None, text: str, who: Mapping[Span, UUID]) -> Row:
    if party is None:
        parts = ("text", "spans", "form", "id", "role", "anonymous", "confidence", "reason")
        return {f"{side}_{part}": None for part in parts}
    spans = joined(party.spans)
    return {
        f"{side}_text": surface(text, spans) if spans else party.text,
        f"{side}_spans": spans or None,
        f"{side}_form": party.form,
        f"{side}_id": who.get(party.mention.span) if party.mention else None,
        f"{side}_role": party.role,
        f"{side}_anonymous": party.anonymous,
        f"{side}_confidence": party.confidence,
        f"{side}_reason": party.reason,
    }


def _cue(cue: Cue | None, text: str) -> Row:
    if cue is None:
        return {"cue_text": None, "cue_spans": None, "cue_lemma": None, "cue_kind": None}
    spans = joined(cue.spans)
    return {
        "cue_text": surface(text, spans) if spans else cue.text,
        "cue_spans": spans or None,
        "cue_lemma": cue.lemma,
        "cue_kind": cue.kind,
    }
