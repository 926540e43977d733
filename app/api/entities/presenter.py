"""From records of entities to their schemas."""

from app.api.entities.schemas import MOST_ALIASES, MOST_ROLES, DatedRole, Entity
from app.store.records import EntityRecord, RoleRecord


def entity(record: EntityRecord) -> Entity:
    return Entity(
        id=record.id,
        kind=record.kind,
        name=record.name,
        aliases=list(record.aliases[:MOST_ALIASES]),
        roles=[role(one) for one in record.roles[:MOST_ROLES]],
        wikidata=record.wikidata,
        geonames=record.geonames,
        mention_count=record.mention_count,
        quote_count=record.quote_count,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )


def role(record: RoleRecord) -> DatedRole:
    return DatedRole(
        text=record.text,
        article_id=record.article_id,
        start=record.span.start,
        end=record.span.end,
        as_of=record.as_of,
    )
