"""The pages that are measured on: invented for this project, or the reader's own."""

from collections.abc import Sequence
from pathlib import Path

from app.read.expand import gunzip

_ROOT = Path(__file__).resolve().parents[1]
_OURS = ("examples", "tests/fixtures")
_AT_LEAST = 60


def pages(folder: Path | None) -> Sequence[bytes]:
    """The HTML files of a folder (.html, .html.gz), each once; without one our own, repeated to some sixty.

    Raises OSError where there is no such folder, ValueError where it holds no page.
    """
    found = _in(folder) if folder else [page for name in _OURS for page in _in(_ROOT / name)]
    if not found:
        raise ValueError(f"there is no .html or .html.gz file in {folder or _ROOT}")
    return found if folder else found * -(-_AT_LEAST // len(found))


def _in(folder: Path) -> list[bytes]:
    files = (file for file in sorted(folder.glob("*")) if file.name.endswith((".html", ".html.gz")))
    return [_plain(file.read_bytes()) for file in files]


def _plain(content: bytes) -> bytes:
    return gunzip(content) if content.startswith(b"\x1f\x8b") else content
