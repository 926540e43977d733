"""What stands in a feed: its entries, each known again by its mark."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin
from uuid import UUID

from app.fetch import Page
from app.kit.ids import new_id
from app.model.document import Document, Part
from app.model.errors import Unreadable
from app.model.source import Entries
from app.read import read


class Entry(NamedTuple):
    """One entry: its mark, and the page it links to, where it links to one on the web."""

    mark: UUID
    url: str | None


def entries(page: Page, kind: Entries) -> tuple[Entry, ...]:
    """The entries of a fetched feed in its order, each once. Raises `Unreadable` for what is no feed, and `TooLarge`.

    Where pages are fetched, an entry is known by its link; where the feed itself is kept, by its link and its text, so
    that a corrected entry is a new one.
    """
    parts = read(_document(page)).parts
    if all(part.stated is None for part in parts):
        raise Unreadable("There is no feed at this URL: give that of an RSS, Atom or JSON feed.")
    return tuple({entry.mark: entry for entry in (_entry(part, page.url, kind) for part in parts)}.values())


def _entry(part: Part, base: str, kind: Entries) -> Entry:
    url = _on_the_web(part.url, base)
    said = (part.stated.title if part.stated else None, part.content)
    told: Sequence[str | None] = (url,) if kind is Entries.PAGES and url else (url, *said)
    return Entry(UUID(hashlib.md5(repr(told).encode(), usedforsecurity=False).hexdigest()), url)


def _on_the_web(link: str | None, base: str) -> str | None:
    try:
        url = urljoin(base, link) if link else ""
    except ValueError:
        return None
    return url if url.lower().startswith(("http://", "https://")) else None


def _document(page: Page) -> Document:
    return Document(
        id=new_id(),
        content=page.content,
        media_type=page.media_type,
        charset=page.charset,
        url=page.url,
        received_at=page.fetched_at,
    )
