"""The server's own secret: one per database, so that every process signs alike."""

import secrets

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app.store.session import Session
from app.store.tables.access import server_secret


def signing(session: Session) -> bytes:
    """32 random bytes, made at the first call and the same ever after. For signing cursors."""
    stored = select(server_secret.c.value)
    value = session.execute(stored).scalar_one_or_none()
    if value is None:
        made = insert(server_secret).values(id=1, value=secrets.token_bytes(32))
        session.execute(made.on_conflict_do_nothing())
        value = session.execute(stored).scalar_one()
    return bytes(value)
