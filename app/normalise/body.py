"""The body of an HTML page: its paragraphs in order."""

import re
from collections.abc import Sequence
from html import unescape

from lxml.html import HtmlElement

from app.normalise.bylines import read_byline
from app.normalise.chrome import is_chrome, is_credit
from app.normalise.jsonld import Node
from app.normalise.main_text import Evidence, main_text
from app.normalise.words import tidy

_HEAD = 4
_MOST_DESCRIPTIONS = 10
_DESCRIPTIONS = "//meta[@name='description' or @property='og:description']/@content"
_TAG = re.compile(r"<[^<>]*>")


def page_paragraphs(tree: HtmlElement, nodes: Sequence[Node] = ()) -> tuple[str, ...]:
    """The paragraphs of the page's main text, checked against what its metadata and JSON-LD `nodes` say of it.

    Empty where the page shows no prose.
    """
    return main_text(tree, Evidence(_descriptions(tree), _told(nodes)))


def _descriptions(tree: HtmlElement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, tree.xpath(_DESCRIPTIONS)[:_MOST_DESCRIPTIONS])))


def _told(nodes: Sequence[Node]) -> str:
    bodies = (body for node in nodes if isinstance(body := node.get("articleBody"), str))
    return " ".join(_TAG.sub(" ", unescape(body)) for body in bodies)


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
