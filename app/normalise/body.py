"""The body of an HTML page: its paragraphs in order."""

from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from app.normalise.bylines import read_byline
from app.normalise.chrome import is_chrome, is_credit
from app.normalise.words import tidy

_HEAD = 4


def page_paragraphs(tree: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of the page's main text, found by trafilatura (fast mode) and freed of chrome lines.

    Empty where it finds none. Changes `tree`: read everything else from it before.
    """
    try:
        found = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    except Exception:  # trafilatura lets the errors of lxml and of its own heuristics through
        return ()
    text = (getattr(found, "text", None) or "") if found is not None else ""
    return own_paragraphs(text.split("\n"))


def own_paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines made paragraphs: tidy, without list marks, chrome and picture credits."""
    tidied = (tidy(line).removeprefix("- ") for line in lines)
    return tuple(line for line in tidied if line and not is_chrome(line) and not is_credit(line))


def without_header(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """`paragraphs` without bylines and times among the first few."""
    head = (line for line in paragraphs[:_HEAD] if read_byline(line) is None)
    return (*head, *paragraphs[_HEAD:])


def without_title(paragraphs: Sequence[str], title: str) -> tuple[str, ...]:
    """`paragraphs` without a first one that repeats the title."""
    if paragraphs and title and paragraphs[0].casefold() == title.casefold():
        return tuple(paragraphs[1:])
    return tuple(paragraphs)
