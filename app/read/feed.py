"""RSS and Atom feeds: one part per entry, with what the feed states about it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import feedparser

from app.model.document import Part, PartForm, Stated
from app.model.errors import TooLarge, Unreadable
from app.read.charset import clean

_MOST = 20_000


def entries(text: str) -> tuple[Part, ...]:
    """The entries of a feed in its order; an entry without title and content is left out.

    Raises Unreadable where there is no feed in `text`, TooLarge beyond 20,000 entries. Fetches nothing.
    """
    # A stream, never a string: feedparser opens a string that looks like an address or a path.
    stream = BytesIO(text.encode("utf-8"))
    try:
        feed = feedparser.parse(stream, response_headers={"content-type": "application/xml; charset=utf-8"})
    except Exception as error:  # feedparser lets the errors of several parsers through
        raise Unreadable("The XML is neither a feed nor a page: send RSS, Atom or HTML.") from error
    outlet = _string(feed.feed.get("title")) if feed.get("feed") else None
    language = _string(feed.feed.get("language")) if feed.get("feed") else None
    home = _string(feed.feed.get("link")) if feed.get("feed") else None
    if len(feed.get("entries", ())) > _MOST:
        raise TooLarge(f"The feed holds more than {_MOST} entries: split it and send the pieces.")
    parts = (
        _part(entry, Stated(outlet=outlet, language=language, outlet_url=home)) for entry in feed.get("entries", ())
    )
    return tuple(part for part in parts if part is not None)


def _part(entry: Mapping[str, Any], feed: Stated) -> Part | None:
    """An entry as a part; `feed` is what the feed states of all its entries."""
    form, content = _content(entry)
    title = _string(entry.get("title"))
    if not title and not content:
        return None
    published = _string(entry.get("published"))
    # asked for, feedparser gives the one in place of the other
    updated = _string(entry.get("updated")) if "updated" in entry else None
    source = _string((entry.get("source") or {}).get("title"))
    stated = Stated(
        title=title,
        authors=_authors(entry),
        published=published or updated,
        modified=updated if published else None,
        language=feed.language,
        outlet=source or feed.outlet,
        outlet_url=None if source else feed.outlet_url,
        tags=_tags(entry),
    )
    return Part(form=form, content=clean(content), url=_string(entry.get("link")), stated=stated)


def _content(entry: Mapping[str, Any]) -> tuple[PartForm, str]:
    """The fullest content that the entry holds, else its summary."""
    offers = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    best = max(offers, key=lambda offer: len(_string(offer.get("value")) or ""))
    value = _string(best.get("value")) or ""
    plain = best.get("type") == "text/plain" and "<" not in value
    return PartForm.TEXT if plain else PartForm.HTML, value


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = (_string(author.get("name")) for author in entry.get("authors") or ())
    return tuple(dict.fromkeys(name for name in names if name))


def _tags(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """An entry's categories, each by the label that people read where it has one."""
    terms = (_string(tag.get("label")) or _string(tag.get("term")) for tag in entry.get("tags") or ())
    return tuple(dict.fromkeys(term for term in terms if term))


def _string(value: object) -> str | None:
    return clean(value).strip() or None if isinstance(value, str) else None
