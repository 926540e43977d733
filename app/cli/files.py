"""Files on their way into the store."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app import intake
from app.intake import Submission
from app.kit.clock import now
from app.read import guess_media_type
from app.store.records import DocumentRecord
from app.store.session import Database


def submit(database: Database, path: Path, url: str | None, outlet: str | None, max_bytes: int) -> DocumentRecord:
    """Store one file, or standard input where it is named "-". A file's time of change stands for when it was
    fetched."""
    piped = str(path) == "-"
    content = sys.stdin.buffer.read() if piped else path.read_bytes()
    submission = Submission(
        content=content,
        media_type=guess_media_type(path.name, content[:4096]),
        url=url,
        outlet=outlet,
        fetched_at=None if piped else datetime.fromtimestamp(path.stat().st_mtime, UTC),
    )
    with database.session() as session:
        record, _ = intake.accept(session, submission, max_bytes=max_bytes, now=now())
    return record


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, by name; hidden ones and READMEs apart."""
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.rglob("*")) if p.is_file() and not _aside(p.relative_to(path)))
        else:
            yield path


def _aside(path: Path) -> bool:
    return path.name.startswith("README") or any(part.startswith(".") for part in path.parts)
