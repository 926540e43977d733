"""API keys. Of a secret only its hash is kept."""

from collections.abc import Collection
from uuid import UUID

from app.store.records import KeyRecord
from app.store.session import Session


def create(session: Session, name: str, scopes: Collection[str]) -> tuple[KeyRecord, str]:
    """A new key, and its secret, which cannot be had again. Scopes are kept as given, each once, sorted."""
    raise NotImplementedError


def verify(session: Session, secret: str) -> KeyRecord | None:
    """The key with this secret; None where there is none or it was revoked."""
    raise NotImplementedError


def listing(session: Session) -> tuple[KeyRecord, ...]:
    """All keys, revoked ones too, oldest first."""
    raise NotImplementedError


def revoke(session: Session, key: UUID | str) -> KeyRecord:
    """Make the key with this id or prefix invalid from now on; revoking again changes nothing. Raises `NotFound`."""
    raise NotImplementedError
