"""Time-ordered ids: UUID version 7 (RFC 9562), so that an id sorts by when it was made."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A new UUIDv7. Ids made one after another in one process sort in that order."""
    return UUID(bytes=uuid_utils.uuid7().bytes)
