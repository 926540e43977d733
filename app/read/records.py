"""JSON that holds news, wherever in it the records stand, and one object a line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.model.document import Part, Reading, Skipped, Stated
from app.model.errors import TooLarge, Unreadable
from app.read.record import feed_of, part_of

_HELD = ("items", "mainEntity", "@graph", "itemListElement", "hasPart", "blogPost", "articles", "entries", "posts")
"""Where a feed, a page or a list that has a description of its own holds the news."""
_UPDATES = "liveBlogUpdate"
_LINE_END = re.compile(r"\r\n?|\n")
_DEEPEST = 12
_NO_NEWS = (
    f"The JSON holds no news record within {_DEEPEST} levels: send objects with a title and a text, html or content "
    "field."
)
_MOST = 20_000
_NAMED = 20
_NOTHING = Stated()


def records(text: str, url: str | None = None) -> Reading:
    """The news records of a JSON text, in its order, wherever in it they stand; also of one object per line, for many
    exports of that kind are named .json. `url` is where the text was found: the address of a record that is alone and
    states none.

    Raises Unreadable where the text is no JSON, nests too deep or holds no news; TooLarge where it holds more than
    20,000 records.
    """
    try:
        whole = json.loads(text)
        found = _bounded(_found(whole, _DEEPEST, _NOTHING))
    except RecursionError as error:
        raise Unreadable("The JSON nests too deep: send the news records themselves.") from error
    except ValueError as error:
        if isinstance(_parsed(_LINE_END.split(text.lstrip(), maxsplit=1)[0]), dict):
            return record_lines(text, url)
        raise Unreadable(f"The JSON cannot be parsed ({error}): correct it and send it again.") from error
    if not found:
        raise Unreadable(_NO_NEWS)
    return Reading(_addressed(found, None if feed_of(whole) else url))


def record_lines(text: str, url: str | None = None) -> Reading:
    """The news records of JSON lines; `url` as for `records`. Lines that hold none are passed over, and named by their
    numbers.

    Raises Unreadable where no line holds news; TooLarge where there are more than 20,000 records.
    """
    bad: list[int] = []
    lines = enumerate(_LINE_END.split(text), 1)
    found = _bounded(part for number, line in lines for part in _of_line(number, line, bad))
    if not found:
        raise Unreadable(_NO_NEWS)
    return Reading(_addressed(found, url), (Skipped(_numbers(bad), len(bad)),) if bad else ())


def _addressed(parts: tuple[Part, ...], url: str | None) -> tuple[Part, ...]:
    """What stands alone is at the document's address; of many none is."""
    return tuple(replace(part, url=part.url or url) for part in parts) if len(parts) == 1 else parts


def _of_line(number: int, line: str, bad: list[int]) -> Iterator[Part]:
    parts = tuple(_found(_parsed(line), _DEEPEST, _NOTHING))
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


def _found(value: object, depth: int, about: Stated) -> Iterator[Part]:
    """The records in a value; `about` is what the feed around it states of them all."""
    if depth == 0:
        return
    if isinstance(value, list):
        for element in value:
            yield from _found(element, depth - 1, about)
    elif isinstance(value, dict):
        yield from _of_record(value, depth, about)


def _of_record(record: Mapping[str, Any], depth: int, about: Stated) -> Iterator[Part]:
    """A record and its live updates, or those that it holds: what has but a description may describe what it holds."""
    feed = feed_of(record)
    part = None if feed else part_of(record, about)
    children = (child for child in _children(record, part) if isinstance(child, (list, dict)))
    within = (inner for child in children for inner in _found(child, depth - 1, feed or about))
    first = next(within, None)
    if part is not None and (first is None or record.get(_UPDATES)):
        yield part
    if first is not None:
        yield first
        yield from within


def _children(record: Mapping[str, Any], part: Part | None) -> Iterable[object]:
    if part is None:
        return record.values()
    packed = ("associations",) if record.get("type") == "composite" else ()
    held = (*_HELD, *packed) if part.partial else ()
    return (record.get(key) for key in (_UPDATES, *held))
