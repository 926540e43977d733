"""What stands in a feed: its entries, each known again by its mark, and corrected when it says something else."""

import hashlib
import html
import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin
from uuid import UUID

from app.fetch import Page
from app.kit.ids import new_id
from app.model.document import Document, Part, Stated
from app.model.errors import Unreadable
from app.model.source import Entries
from app.read import read

_TAG = re.compile(r"<[^<>]*>")


class Entry(NamedTuple):
    """One entry: its mark, a digest of what it says, and the page it links to, where it links to one on the web."""

    mark: UUID
    said: UUID
    url: str | None


def entries(page: Page, kind: Entries) -> tuple[Entry, ...]:
    """The entries of a fetched feed in its order, each once: of several with one mark the first, which feeds have for
    the newest. Raises `Unreadable` for what is no feed, and `TooLarge`.

    Where pages are fetched, an entry is known by its link, and says its title, the words of its text, and its dates;
    mark-up does not count, for it may change with each visit. Where the feed itself is kept, an entry is known by its
    link and its text, so that a corrected entry is a new one.
    """
    parts = read(_document(page)).parts
    if all(part.stated is None for part in parts):
        raise Unreadable("There is no feed at this URL: give that of an RSS, Atom or JSON feed.")
    first: dict[UUID, Entry] = {}
    for part in parts:
        entry = _entry(part, page.url, kind)
        first.setdefault(entry.mark, entry)
    return tuple(first.values())


def _entry(part: Part, base: str, kind: Entries) -> Entry:
    url = _on_the_web(part.url, base)
    stated = part.stated or Stated()
    if kind is Entries.PAGES and url:
        words = " ".join(html.unescape(_TAG.sub("", part.content)).split())
        return Entry(_digest((url,)), _digest((stated.title, words, stated.published, stated.modified)), url)
    mark = _digest((url, stated.title, part.content))
    return Entry(mark, mark, url)


def _digest(told: Sequence[str | None]) -> UUID:
    return UUID(hashlib.md5(repr(tuple(told)).encode(), usedforsecurity=False).hexdigest())


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
