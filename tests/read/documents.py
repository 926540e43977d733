"""Documents for the reader's tests."""

from datetime import UTC, datetime
from uuid import UUID

from app.model.document import Document


def document(content: bytes | str, media_type: str = "", charset: str | None = None) -> Document:
    return Document(
        id=UUID(int=1),
        content=content.encode() if isinstance(content, str) else content,
        media_type=media_type,
        charset=charset,
        url="https://example.org/page",
        received_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
