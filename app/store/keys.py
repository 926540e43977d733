"""API keys. Of a secret only its hash is kept."""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, insert, select, update

from app.kit.clock import now
from app.kit.ids import new_id
from app.model.errors import NotFound
from app.store.records import KeyRecord
from app.store.session import Session
from app.store.tables.access import api_key

MARK = "qw_"
"""How every secret begins, so that a leaked one is known for what it is."""

PREFIX_LENGTH = len(MARK) + 8
"""So many characters of a secret name its key in the open; 256 random bits follow."""


def create(session: Session, name: str, scopes: Collection[str]) -> tuple[KeyRecord, str]:
    """A new key, and its secret, which cannot be had again. Scopes are kept as given, each once, sorted."""
    secret = f"{MARK}{secrets.token_hex(4)}_{secrets.token_urlsafe(32)}"
    made = insert(api_key).values(
        id=new_id(),
        name=name,
        prefix=secret[:PREFIX_LENGTH],
        hash=_hash(secret),
        scopes=sorted(set(scopes)),
        created_at=now(),
    )
    return _record(session.execute(made.returning(api_key)).one()), secret


def verify(session: Session, secret: str) -> KeyRecord | None:
    """The key with this secret; None where there is none or it was revoked."""
    if not (secret.isascii() and secret.startswith(MARK) and secret.isprintable()):
        return None
    row = session.execute(select(api_key).where(api_key.c.prefix == secret[:PREFIX_LENGTH])).first()
    right = hmac.compare_digest(row.hash if row else bytes(32), _hash(secret))
    return _record(row) if row and right and row.revoked_at is None else None


def listing(session: Session) -> tuple[KeyRecord, ...]:
    """All keys, revoked ones too, oldest first."""
    return tuple(_record(row) for row in session.execute(select(api_key).order_by(api_key.c.id)))


def revoke(session: Session, key: UUID | str) -> KeyRecord:
    """Make the key with this id or prefix invalid from now on; revoking again changes nothing. Raises `NotFound`."""
    column = api_key.c.id if isinstance(key, UUID) else api_key.c.prefix
    revoked = update(api_key).where(column == key).values(revoked_at=func.coalesce(api_key.c.revoked_at, now()))
    row = session.execute(revoked.returning(api_key)).first()
    if row is None and isinstance(key, str) and (key_id := _id(key)):
        return revoke(session, key_id)
    if row is None:
        raise NotFound(f"There is no API key {key}.")
    return _record(row)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _hash(secret: str) -> bytes:
    """A plain hash will do: the secret is as random as the hash is long."""
    return hashlib.sha256(secret.encode()).digest()


def _record(row: Row[Any]) -> KeyRecord:
    return KeyRecord(
        id=row.id,
        name=row.name,
        prefix=row.prefix,
        scopes=tuple(row.scopes),
        created_at=row.created_at,
        revoked_at=row.revoked_at,
    )
