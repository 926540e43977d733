"""The server's own secret: one per database, so that every process signs alike."""

from app.store.session import Session


def signing(session: Session) -> bytes:
    """32 random bytes, made at the first call and the same ever after. For signing cursors."""
    raise NotImplementedError
