"""From records of claims to their schemas."""

from app.api.claims.schemas import MOST_APPEARANCES, Claim, ClaimAppearance
from app.api.presenting import article, entities, entity
from app.store.records import ClaimRecord


def claim(record: ClaimRecord) -> Claim:
    appearances = record.appearances[:MOST_APPEARANCES]
    return Claim(
        id=record.id,
        text=record.text,
        stance=record.stance,
        claimant=entity(record.claimant),
        claimant_text=record.claimant_text,
        about=entities(record.about),
        hedged=record.hedged,
        negated=record.negated,
        confidence=record.confidence,
        made_by=record.made_by,
        appearances=[ClaimAppearance(quote_id=one.quote_id, article=article(one.article)) for one in appearances],
        created_at=record.created_at,
        updated_at=record.updated_at,
    )
