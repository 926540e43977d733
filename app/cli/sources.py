"""What a command line names, as documents: files as they are, or JSONL, one document a line."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.files import files_in
from app.kit.clock import now
from app.kit.ids import new_id
from app.kit.storable import storable
from app.model.document import Document
from app.model.errors import QuotewireError, Unreadable
from app.read import guess_media_type

_SHAPE = 'a line needs to be a JSON object with "id" and "text" or "html".'


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document under the id its sender knows it by, or why there is none. `place` is where it stood, for messages."""

    id: str | None
    place: str
    document: Document | None = None
    title: str = ""
    error: QuotewireError | None = None


def sources(inputs: Sequence[Path], jsonl: bool) -> Iterator[Source]:
    """Every document of the inputs, in order, folders with all that is in them. A file or line that cannot be read is a
    `Source` with an error."""
    for path in files_in(inputs):
        if jsonl or path.suffix == ".jsonl":
            yield from _lines(path)
        else:
            yield _file(path)


def document(content: bytes, media_type: str, url: str | None = None, charset: str | None = None) -> Document:
    """A document that is only looked at, not stored."""
    return Document(id=new_id(), content=content, media_type=media_type, charset=charset, url=url, received_at=now())


def short_name(path: Path) -> str:
    """A file's name without what says how it is packed: "page.html.gz" is "page"."""
    name = path.name
    for suffix in (".gz", ".html", ".htm", ".txt", ".xml", ".json", ".ndjson", ".warc", ".arc"):
        name = name.removesuffix(suffix)
    return name or path.name


def _file(path: Path) -> Source:
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        return Source(id=None, place=str(path), error=Unreadable(f"{error.strerror or error}: {path}"))
    return Source(
        id=short_name(path), place=str(path), document=document(content, guess_media_type(path.name, content[:4096]))
    )


def _lines(path: Path) -> Iterator[Source]:
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _line(line, f"{path}, line {number}")
    except OSError as error:
        yield Source(id=None, place=str(path), error=Unreadable(f"{error.strerror or error}: {path}"))


def _line(line: bytes, place: str) -> Source:
    try:
        record = json.loads(line)
        id_, text, html = record["id"], record.get("text"), record.get("html")
        content = html if isinstance(html, str) else text
        if not isinstance(content, str):
            return Source(id=str(id_), place=place, error=Unreadable(_SHAPE))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Source(id=None, place=place, error=Unreadable(_SHAPE))
    media_type = "text/html" if isinstance(html, str) else "text/plain"
    return Source(
        id=str(id_),
        place=place,
        title=_string(record.get("title")),
        document=document(storable(content).encode(), media_type, _string(record.get("url")) or None, "utf-8"),
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
