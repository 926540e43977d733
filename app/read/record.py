"""One JSON object as a news record: ninjs, schema.org, JSON Feed, and plain objects with the usual field names.

One table of field names serves all of them, for they differ in names and hardly in shape.
"""

import re
from collections.abc import Mapping
from typing import Any

from app.model.document import Part, PartForm, Stated
from app.read.charset import clean
from app.read.markup import without_markup

# ninjs 1.x and 2.x, schema.org, JSON Feed 1.1, the REST API of WordPress, and what exports of scrapers and news APIs
# call the same things.
_HTML = ("body_html", "body_xhtml", "content_html", "html", "raw_html")
_TEXT = ("articleBody", "body_text", "content_text", "text", "body", "content", "maintext", "bodies", "paragraphs")
_BRIEF = ("description_html", "description_text", "description", "summary", "abstract", "standfirst", "excerpt")
_TITLE = ("headline", "title", "headlines", "name")
_AUTHORS = ("author", "authors", "creator", "byline", "by")
_PUBLISHED = (
    "datePublished", "firstcreated", "date_published", "published", "published_at", "publishedAt", "versioncreated",
    "contentcreated", "pubDate", "date_publish", "date_gmt", "date", "dateCreated", "date_modified", "versionCreated",
)  # fmt: skip
_MODIFIED = (
    "dateModified", "versioncreated", "date_modified", "versionCreated", "modified_gmt", "modified", "modified_at",
    "updated", "updated_at", "updatedAt", "date_modify",
)  # fmt: skip
_SECTION = ("articleSection", "section", "category")
_TAGS = ("keywords", "tags", "subject", "subjects", "categories")
_FREE = "isAccessibleForFree"
_LANGUAGE = ("inLanguage", "language", "lang")
_OUTLET = ("publisher", "outlet", "site_name", "sitename", "provider", "source", "infosource", "infosources")
_URL = ("url", "link", "canonical_url", "external_url", "mainEntityOfPage", "@id", "uri", "guid", "id")
_PICTURES = ("picture", "graphic", "ImageObject")
_JSON_FEED = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")
_LEAST_TIME = 10_000_000
_CUT = re.compile(r"\s*\[\+\d+ chars\]$")
"""How NewsAPI says how much it left out."""
_CUT_LONGEST = 40
_ANY_TAG = re.compile(r"<[^<>]*>")
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|a|ul|ol|li|html|body|article|span|em|strong|b|i|blockquote)\b[^<>]*>", re.I)


def part_of(record: Mapping[str, Any], about: Stated) -> Part | None:
    """The record as a part; None where it holds no text of its own (a wrapper, a picture, an author)."""
    content, is_html, partial = _content(record)
    title = _title(record)
    if not content or (not title and not _says_article(record)):
        return None
    outlet = _first(record, _OUTLET)
    stated = Stated(
        title=title,
        authors=_strings(record, _AUTHORS),
        published=_moment(record, _PUBLISHED),
        language=_first(record, _LANGUAGE) or about.language,
        outlet=outlet or about.outlet,
        modified=_moment(record, _MODIFIED),
        section=_first(record, _SECTION),
        tags=_strings(record, _TAGS),
        outlet_url=None if outlet else about.outlet_url,
        paywalled=not record[_FREE] if isinstance(record.get(_FREE), bool) else None,
    )
    return Part(
        form=PartForm.HTML if is_html else PartForm.TEXT,
        content=content,
        url=_address(record),
        stated=None if stated == Stated() else stated,
        partial=partial,
    )


def feed_of(record: object) -> Stated | None:
    """What a JSON Feed states of its items; None for anything else."""
    if not isinstance(record, dict) or not (_string(record.get("version")) or "").startswith(_JSON_FEED):
        return None
    home = _string(record.get("home_page_url"))
    return Stated(outlet=_title(record), language=_first(record, _LANGUAGE), outlet_url=home)


def _says_article(record: Mapping[str, Any]) -> bool:
    """Whether a record without a title is news all the same: it holds a body proper, not a description."""
    return any(_string(record.get(key)) for key in (*_HTML, *_TEXT))


def _content(record: Mapping[str, Any]) -> tuple[str, bool, bool]:
    """The fullest text that a record holds, whether it is HTML, and whether it is but a summary."""
    html = _fullest(record, _HTML)
    if html:
        return html, True, False
    text = _fullest(record, _TEXT)
    brief = "" if text or not _may_be_brief(record) else _first(record, _BRIEF) or ""
    whole = _uncut(text)
    declared = _string(record.get("media_type")) or ""
    is_html = declared == "text/html" or _TAG.search(text or brief) is not None
    return whole or brief, is_html, bool(brief) or whole != text


def _uncut(text: str) -> str:
    cut = _CUT.search(text, max(0, len(text) - _CUT_LONGEST))
    return text[: cut.start()] if cut else text


def _may_be_brief(record: Mapping[str, Any]) -> bool:
    is_picture = record.get("type") in _PICTURES or record.get("@type") in _PICTURES
    return ("headline" in record or "title" in record) and not is_picture


def _fullest(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """The longest of the texts in these fields, tags aside; of equals the first."""
    texts = [text for key in keys if (text := _text(record.get(key)))]
    return max(texts, key=lambda text: len(_ANY_TAG.sub("", text))) if len(texts) > 1 else "".join(texts)


def _text(value: object) -> str:
    """A text, which may be given as a list of its paragraphs."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n\n".join(text for one in value if (text := _string(one)))
    return _string(value) or ""


def _title(record: Mapping[str, Any]) -> str | None:
    title = _first(record, _TITLE)
    return _string(without_markup(title)) if title else None


def _moment(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of these times, as it is written: in words, or as a number too great for a flag or a count."""
    return next((moment for key in keys if (moment := _written(key, record.get(key)))), None)


def _written(key: str, value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value) if value >= _LEAST_TIME else None
    moment = _string(value)
    return f"{moment}Z" if moment and key.endswith("_gmt") and moment[-1].isdigit() else moment


def _strings(record: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    """The strings of the first field that holds any, at most 50, each once."""
    for key in keys:
        value = record.get(key)
        values = value if isinstance(value, list) else [value]
        found = tuple(dict.fromkeys(text for one in values[:50] if (text := _string(one))))
        if found:
            return found
    return ()


def _address(record: Mapping[str, Any]) -> str | None:
    addresses = (_string(record.get(key), ("@id", "url", "rendered")) for key in _URL)
    return next((url for url in addresses if url and url.startswith(("http://", "https://"))), None)


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _string(record.get(key)))), None)


def _string(value: object, inside: tuple[str, ...] = ("name", "value", "title", "literal", "rendered")) -> str | None:
    """A string, or the string that a small object or the first element of a list stands for."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[key] for key in inside if isinstance(value.get(key), str)), None)
    return clean(value).strip() or None if isinstance(value, str) else None
