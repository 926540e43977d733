"""From records of changes to their schemas."""

from app.api.changes.schemas import Change, ChangeOperation, Resource
from app.store.records import ChangeRecord


def change(record: ChangeRecord) -> Change:
    return Change(
        sequence=record.sequence,
        operation=ChangeOperation(record.op),
        resource=Resource(record.resource),
        id=record.id,
        at=record.at,
    )
