"""Which marked elements (times, authors) are the article's: those nearest its heading, outside what holds others'."""

from collections.abc import Iterable, Mapping
from itertools import takewhile

from lxml.html import HtmlElement

from app.normalise.furniture import names_others
from app.normalise.microdata import is_article_item
from app.normalise.prose import is_others

_OTHERS = frozenset(("aside", "nav"))
_MOST = 200


def of_article(tree: HtmlElement, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Those of the first 200 `elements` that are the article's, in page order: of the ones that stand outside asides,
    comments, other stories and the updates of a live blog those in the smallest element that holds the only `<h1>` too.
    """
    headings = tree.xpath("//h1")
    depths = _depths(headings[0]) if len(headings) == 1 else {}
    own = [element for element in list(elements)[:_MOST] if not _is_of_others(element, depths)]
    placed = [(element, _depth(element, depths)) for element in own]
    nearest = max((depth for _, depth in placed), default=0)
    return [element for element, depth in placed if depth == nearest]


def _depths(heading: HtmlElement) -> Mapping[HtmlElement, int]:
    """How deep the heading and the elements around it stand."""
    around = [heading, *heading.iterancestors()]
    return {element: len(around) - above for above, element in enumerate(around)}


def _depth(element: HtmlElement, depths: Mapping[HtmlElement, int]) -> int:
    return next((depths[one] for one in (element, *element.iterancestors()) if one in depths), 0)


def _is_of_others(element: HtmlElement, depths: Mapping[HtmlElement, int]) -> bool:
    """Whether an element stands in one that holds others'; what holds the heading too is the article's. An article in
    microdata is another's if it does not: what of it is the page's own, microdata tell."""
    around = tuple(takewhile(lambda one: one not in depths, (element, *element.iterancestors())))
    return any(map(_is_others, around)) or (bool(depths) and any(map(is_article_item, around)))


def _is_others(element: HtmlElement) -> bool:
    if element.tag in _OTHERS or "liveBlogUpdate" in element.get("itemprop", ""):
        return True
    if element.tag == "footer" and next(element.iterancestors("article"), None) is None:
        return True
    return is_others(element) or _is_named_others(element)


def _is_named_others(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag not in ("html", "body", "main", "article") and names_others(names)
