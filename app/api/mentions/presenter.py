"""From records of mentions to their schemas."""

from app.api.mentions.schemas import MOST_ROLES, Mention
from app.api.presenting import Ruler, entity
from app.store.records import MentionRecord


def mention(record: MentionRecord, ruler: Ruler) -> Mention:
    """A mention whose offsets are measured by `ruler`, which must be that of the mention's article."""
    excerpt = ruler.excerpt(record.span)
    return Mention(
        **dict(excerpt),
        id=record.id,
        article_id=record.article_id,
        kind=record.kind,
        entity_kind=record.entity_kind,
        name=record.name,
        entity=entity(record.entity),
        roles=list(record.roles[:MOST_ROLES]),
        confidence=record.confidence,
        made_by=record.made_by,
    )
