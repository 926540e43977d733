"""Rows of quotes made records. All that they refer to is loaded in a handful of queries, however many they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from app.store.records import ArticleRef, CueRecord, EntityRef, PartyRecord, QuoteRecord
from app.store.references import article_refs, entity_refs, ids
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim_appearance
from app.store.tables.quotes import quote_about


@dataclass(frozen=True, slots=True)
class _Related:
    entities: Mapping[UUID, EntityRef]
    articles: Mapping[UUID, ArticleRef]
    texts: Mapping[UUID, str]
    about: Mapping[UUID, list[UUID]]
    claims: Mapping[UUID, list[UUID]]


def records(session: Session, rows: Sequence[Row[Any]]) -> list[QuoteRecord]:
    """The records of these rows of the quote table, in their order."""
    related = _related(session, rows)
    return [_record(row, related) for row in rows]


def _related(session: Session, rows: Sequence[Row[Any]]) -> _Related:
    quote_ids = [row.id for row in rows]
    about = _grouped(session, quote_about.c.quote_id, quote_about.c.entity_id, quote_ids)
    parties = {row.speaker_id for row in rows} | {row.addressee_id for row in rows}
    return _Related(
        entities=entity_refs(session, parties.union(*about.values())),
        articles=article_refs(session, (row.article_id for row in rows)),
        texts=_texts(session, ids(row.article_id for row in rows)),
        about=about,
        claims=_grouped(session, claim_appearance.c.quote_id, claim_appearance.c.claim_id, quote_ids),
    )


def _grouped(session: Session, key: Any, value: Any, wanted: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    groups: dict[UUID, list[UUID]] = defaultdict(list)
    for one, other in session.execute(select(key, value).where(key.in_(wanted)).order_by(value)):
        groups[one].append(other)
    return groups


def _texts(session: Session, article_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = session.execute(select(article.c.id, article.c.title, article.c.body).where(article.c.id.in_(article_ids)))
    return {row.id: "\n\n".join(part for part in (row.title, row.body) if part) for row in rows}


def _record(row: Row[Any], related: _Related) -> QuoteRecord:
    return QuoteRecord(
        id=row.id,
        kind=row.kind,
        text=row.text,
        content=row.content,
        speaker=_party(row, "speaker", related),
        cue=_cue(row),
        addressee=_party(row, "addressee", related),
        about=tuple(related.entities[entity_id] for entity_id in related.about.get(row.id, ())),
        hedged=row.hedged,
        negated=row.negated,
        said_on=row.said_on,
        said_when=row.said_when,
        said_where=row.said_where,
        within_id=row.within_id,
        confidence=row.confidence,
        reason=row.reason,
        made_by=row.made_by,
        article=related.articles[row.article_id],
        article_text=related.texts[row.article_id],
        utterance_id=row.utterance_id,
        claim_ids=tuple(related.claims.get(row.id, ())),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _party(row: Row[Any], party: str, related: _Related) -> PartyRecord | None:
    part = {name.removeprefix(f"{party}_"): value for name, value in row._mapping.items() if name.startswith(party)}
    if part["text"] is None:
        return None
    return PartyRecord(
        text=part["text"],
        spans=part["spans"] or (),
        form=part["form"],
        entity=related.entities.get(part["id"]),
        role=part["role"],
        anonymous=part["anonymous"],
        confidence=part["confidence"],
        reason=part["reason"],
    )


def _cue(row: Row[Any]) -> CueRecord | None:
    if row.cue_text is None:
        return None
    return CueRecord(text=row.cue_text, lemma=row.cue_lemma, kind=row.cue_kind, spans=row.cue_spans or ())
