"""From records of utterances to their schemas."""

from app.api.presenting import entity
from app.api.utterances.schemas import MOST_QUOTES, Utterance
from app.store.records import UtteranceRecord


def utterance(record: UtteranceRecord) -> Utterance:
    return Utterance(
        id=record.id,
        text=record.text,
        speaker=entity(record.speaker),
        quote_ids=list(record.quote_ids[:MOST_QUOTES]),
        created_at=record.created_at,
    )
