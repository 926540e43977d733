"""How much of a page is prose: words outside links, headings, navigation and what readers wrote."""

from lxml import etree
from lxml.html import HtmlElement

from app.normalise.furniture import names_readers
from app.normalise.words import length

_UNTOLD = frozenset((
    "a", "script", "style", "noscript", "template", "svg", "nav", "footer", "form", "button", "select", "iframe",
    "figcaption", "time", "h1", "h2", "h3", "h4", "h5", "h6", "head",
))  # fmt: skip


def prose_of(tree: HtmlElement) -> dict[HtmlElement, int]:
    """How many words each element has outside links, headings, navigation and readers' comments."""
    counts: dict[HtmlElement, int] = {}

    def count(element: HtmlElement) -> int:
        if element.tag in _UNTOLD or is_others(element):
            return 0
        inside = sum(counts[child] + _length(child.tail) for child in element if child in counts)
        return _length(element.text) + inside

    for element in reversed(list(tree.iter(etree.Element))):
        counts[element] = count(element)
    return counts


def _length(text: str | None) -> int:
    return length(text) if text and not text.isspace() else 0


def is_others(element: HtmlElement) -> bool:
    """Whether an element holds readers' comments, by its class, id or type."""
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemtype', '')}"
    return element.tag not in ("html", "body", "main") and names_readers(named)
