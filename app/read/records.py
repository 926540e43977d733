"""JSON that holds news: ninjs, schema.org articles, JSON Feed, and plain objects with the usual field names.

One table of field names serves all of them, for they differ in names and hardly in shape.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.model.document import Part, PartForm, Reading, Skipped, Stated
from app.model.errors import TooLarge, Unreadable
from app.read.charset import clean

# ninjs 1.x and 2.x, schema.org, JSON Feed 1.1, and what exports of scrapers and news APIs call the same things.
_HTML = ("body_html", "body_xhtml", "content_html", "html", "raw_html")
_TEXT = ("articleBody", "body_text", "content_text", "text", "body", "content", "maintext", "bodies")
_BRIEF = ("description_html", "description_text", "description", "summary", "abstract", "standfirst")
_TITLE = ("headline", "title", "headlines", "name")
_AUTHORS = ("author", "authors", "creator", "byline", "by")
_PUBLISHED = (
    "datePublished", "firstcreated", "date_published", "published", "published_at", "publishedAt", "versioncreated",
    "contentcreated", "pubDate", "date_publish", "date", "dateCreated", "date_modified", "versionCreated",
)  # fmt: skip
_MODIFIED = (
    "dateModified", "versioncreated", "date_modified", "versionCreated", "modified", "modified_at", "updated",
    "updated_at", "updatedAt", "date_modify",
)  # fmt: skip
_SECTION = ("articleSection", "section", "category")
_TAGS = ("keywords", "tags", "subject", "subjects", "categories")
_FREE = "isAccessibleForFree"
_LANGUAGE = ("inLanguage", "language", "lang")
_OUTLET = ("publisher", "outlet", "site_name", "sitename", "provider", "source", "infosource", "infosources")
_URL = ("url", "link", "canonical_url", "external_url", "mainEntityOfPage", "@id", "uri")
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|a|ul|ol|li|html|body|article|span|em|strong|b|i|blockquote)\b[^<>]*>", re.I)
_DEEPEST = 12
_NO_NEWS = (
    f"The JSON holds no news record within {_DEEPEST} levels: send objects with a title and a text, html or content "
    "field."
)
_MOST = 20_000
_NAMED = 20


def records(text: str) -> Reading:
    """The news records of a JSON text, in its order, wherever in it they stand; also of one object per line, for many
    exports of that kind are named .json.

    Raises Unreadable where the text is no JSON, nests too deep or holds no news; TooLarge where it holds more than
    20,000 records.
    """
    try:
        found = _bounded(_found(json.loads(text), _DEEPEST))
    except RecursionError as error:
        raise Unreadable("The JSON nests too deep: send the news records themselves.") from error
    except ValueError as error:
        if isinstance(_parsed(text.lstrip().partition("\n")[0]), dict):
            return record_lines(text)
        raise Unreadable(f"The JSON cannot be parsed ({error}): correct it and send it again.") from error
    if not found:
        raise Unreadable(_NO_NEWS)
    return Reading(found)


def record_lines(text: str) -> Reading:
    """The news records of JSON lines. Lines that hold none are passed over, and named by their numbers.

    Raises Unreadable where no line holds news; TooLarge where there are more than 20,000 records.
    """
    bad: list[int] = []
    found = _bounded(part for number, line in enumerate(text.split("\n"), 1) for part in _of_line(number, line, bad))
    if not found:
        raise Unreadable(_NO_NEWS)
    return Reading(found, (Skipped(_numbers(bad), len(bad)),) if bad else ())


def _of_line(number: int, line: str, bad: list[int]) -> Iterator[Part]:
    parts = tuple(_found(_parsed(line), _DEEPEST))
    if not parts and line.strip():
        bad.append(number)
    yield from parts


def _numbers(lines: Sequence[int]) -> str:
    named = ", ".join(map(str, lines[:_NAMED]))
    return f"line without a news record in JSON (line {named}{' …' if len(lines) > _NAMED else ''})"


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _bounded(parts: Iterator[Part]) -> tuple[Part, ...]:
    result: list[Part] = []
    for part in parts:
        if len(result) >= _MOST:
            raise TooLarge(f"The file holds more than {_MOST} records: split it and send the pieces.")
        result.append(part)
    return tuple(result)


def _found(value: object, depth: int) -> Iterator[Part]:
    if depth == 0:
        return
    if isinstance(value, list):
        for element in value:
            yield from _found(element, depth - 1)
    elif isinstance(value, dict):
        part = _part(value)
        if part is not None:
            yield part
        updates = value.get("liveBlogUpdate")
        for child in value.values() if part is None else ([updates] if updates else []):
            if isinstance(child, (list, dict)):
                yield from _found(child, depth - 1)


def _part(record: Mapping[str, Any]) -> Part | None:
    """The record as a part; None where it holds no text of its own (a wrapper, a picture, an author)."""
    content, is_html, partial = _content(record)
    title = _first(record, _TITLE)
    if not content or (not title and not _says_article(record)):
        return None
    stated = Stated(
        title=title,
        authors=_strings(record, _AUTHORS),
        published=_first(record, _PUBLISHED),
        language=_first(record, _LANGUAGE),
        outlet=_first(record, _OUTLET),
        modified=_first(record, _MODIFIED),
        section=_first(record, _SECTION),
        tags=_strings(record, _TAGS),
        paywalled=not record[_FREE] if isinstance(record.get(_FREE), bool) else None,
    )
    return Part(
        form=PartForm.HTML if is_html else PartForm.TEXT,
        content=content,
        url=_address(record),
        stated=None if stated == Stated() else stated,
        partial=partial,
    )


def _says_article(record: Mapping[str, Any]) -> bool:
    """Whether a record without a title is news all the same: it holds a body proper, not a description."""
    return any(_string(record.get(key)) for key in (*_HTML, *_TEXT))


def _content(record: Mapping[str, Any]) -> tuple[str, bool, bool]:
    """The fullest text that a record holds, whether it is HTML, and whether it is but a summary."""
    html = _first(record, _HTML)
    if html:
        return html, True, False
    text = _first(record, _TEXT)
    brief = None if text or not ("headline" in record or "title" in record) else _first(record, _BRIEF)
    text = text or brief or ""
    declared = _string(record.get("media_type")) or ""
    return text, declared == "text/html" or _TAG.search(text) is not None, brief is not None


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
    addresses = (_string(record.get(key), ("@id", "url")) for key in _URL)
    return next((url for url in addresses if url and url.startswith(("http://", "https://"))), None)


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _string(record.get(key)))), None)


def _string(value: object, inside: tuple[str, ...] = ("name", "value", "title", "literal")) -> str | None:
    """A string, or the string that a small object or the first element of a list stands for."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[key] for key in inside if isinstance(value.get(key), str)), None)
    return clean(value).strip() or None if isinstance(value, str) else None
