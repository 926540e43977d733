"""RSS and Atom feeds: one part per entry, with what the feed states about it."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import feedparser

from app.model.document import Part, PartForm, Stated
from app.model.errors import TooLarge, Unreadable
from app.model.xml_entities import start_of_xml
from app.read.charset import clean
from app.read.markup import without_markup

_MOST = 20_000
_LONG_NAME = re.compile(
    r"(<(?:\w{1,20}:)?(?:author|creator|contributor|name|email|managingEditor|webMaster|publisher|owner)\b[^<>]{0,500}>"
    r"(?:<!\[CDATA\[)?[^<\]]{1000})[^<\]]+",
    re.I,
)
"""A name that goes on for ever: feedparser looks for an address in it in time that grows with its square."""
_NAME = re.compile(
    r"(<(?:\w{1,20}:)?(?:author|creator|contributor|name)\b[^<>]{0,500}>(?:<!\[CDATA\[)?)([^<\]@]+@[^<\]]+)", re.I
)
_ADDRESS = re.compile(r"(?:&lt;)?(?<![\w.+-])[\w.+-]++@[\w.-]+(?:&gt;)?")
"""An address in a name ("jane@river.example (Jane Roe)"): feedparser takes those of long domains apart."""
_MEDIA = re.compile(r"""xmlns:(\w{1,40})\s*=\s*["']https?://search\.yahoo\.com/mrss/?["']""")
_WHOLE = 1_000
"""A summary of so many characters is taken for the whole text: many feeds put it there."""


def entries(text: str, url: str | None = None) -> tuple[Part, ...]:
    """The entries of a feed in its order; an entry without title and content is left out. `url` is where the feed was
    found: relative addresses begin there. What stands before the XML, as a server's warnings do, is passed over.

    Raises Unreadable where `text` is no feed or one without such an entry, TooLarge beyond 20,000 entries. Fetches
    nothing.
    """
    # A stream, never a string: feedparser opens a string that looks like an address or a path.
    stream = BytesIO(_prepared(text[start_of_xml(text) :]).encode("utf-8"))
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": url} if url else {})
    try:
        # The markup of entries is left as it is: `normalise` reads it, and keeps no script or link of it.
        feed = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser lets the errors of several parsers through
        raise Unreadable("The XML is neither a feed nor a page: send RSS, Atom or HTML.") from error
    outlet = _title(feed.feed) if feed.get("feed") else None
    language = _string(feed.feed.get("language")) if feed.get("feed") else None
    home = _string(feed.feed.get("link")) if feed.get("feed") else None
    if len(feed.get("entries", ())) > _MOST:
        raise TooLarge(f"The feed holds more than {_MOST} entries: split it and send the pieces.")
    about = Stated(outlet=outlet, language=language, outlet_url=home)
    parts = (_part(entry, about) for entry in feed.get("entries", ()))
    found = tuple(part for part in parts if part is not None)
    if not found:
        raise Unreadable("The feed holds no entry with a title or a text: send one with news in it.")
    return found


def _prepared(text: str) -> str:
    """The XML without what feedparser takes wrongly: addresses amid names, and a picture's caption for the entry's own
    description."""
    named = _NAME.sub(lambda name: name[1] + _without_address(name[2]), _LONG_NAME.sub(r"\1", text))
    prefixes = "|".join({"media", *_MEDIA.findall(named)})
    return re.sub(rf"(</?(?:{prefixes}):)description(?=[\s/>])", r"\1caption", named)


def _without_address(name: str) -> str:
    bare = _ADDRESS.sub("", name).strip()
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _part(entry: Mapping[str, Any], feed: Stated) -> Part | None:
    """An entry as a part; `feed` is what the feed states of all its entries."""
    form, content, partial = _content(entry)
    title = _title(entry)
    if not title and not content:
        return None
    published = _string(entry.get("published"))
    # asked for, feedparser gives the one in place of the other
    updated = _string(entry.get("updated")) if "updated" in entry else None
    source = _title(entry.get("source") or {})
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
    address = _string(entry.get("link")) or ""
    url = address if address.startswith(("http://", "https://")) else None
    return Part(form=form, content=clean(content), url=url, stated=stated, partial=partial)


def _content(entry: Mapping[str, Any]) -> tuple[PartForm, str, bool]:
    """The fullest content that the entry holds, else its summary, else what is told of its pictures or its film; and
    whether it is no more than a summary."""
    summary = entry.get("summary_detail") or {}
    offers = [*(entry.get("content") or ()), summary]
    best = max(offers, key=lambda offer: len(_string(offer.get("value")) or ""))
    value = _string(best.get("value")) or ""
    if not value:
        best = summary = {"type": "text/plain", "value": entry.get("media_caption")}
        value = _string(best["value"]) or ""
    plain = best.get("type") == "text/plain" and "<" not in value
    return PartForm.TEXT if plain else PartForm.HTML, value, best is summary and len(value) < _WHOLE


def _title(holder: Mapping[str, Any]) -> str | None:
    title = _string(holder.get("title"))
    is_html = (holder.get("title_detail") or {}).get("type") == "text/html"
    return _string(without_markup(title)) if title and is_html else title


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = (_string(author.get("name")) for author in entry.get("authors") or ())
    return tuple(dict.fromkeys(name for name in names if name))


def _tags(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """An entry's categories, each by the label that people read where it has one."""
    terms = (_string(tag.get("label")) or _string(tag.get("term")) for tag in entry.get("tags") or ())
    return tuple(dict.fromkeys(term for term in terms if term))


def _string(value: object) -> str | None:
    return clean(value).strip() or None if isinstance(value, str) else None
