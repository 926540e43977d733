"""The head of an article in a dump: its title, byline and time, above (or at the top of) its first paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.normalise.bylines import Byline
from app.normalise.headline import Title, find_title
from app.normalise.lines import Line
from app.normalise.signature import find_signature


@dataclass(frozen=True, slots=True)
class Header:
    """`title` is None where no line could be the title."""

    title: Title | None
    byline: Byline | None


def find_header(lines: Sequence[Line], start: int, end: int, url: str | None = None) -> Header:
    """The header of the article whose paragraphs are in `lines[start:end]`; `url` is the page's, where it is known."""
    title = find_title(lines, start, end, url)
    return Header(title, find_signature(lines, title.at if title else None, start, end))
