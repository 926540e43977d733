"""Which marked elements (times, authors) are the article's: those nearest its heading, outside what holds others'."""

from collections.abc import Iterable
from itertools import takewhile

from lxml.html import HtmlElement

from app.normalise.chrome import heads_comments
from app.normalise.furniture import names_others
from app.normalise.microdata import is_article_item
from app.normalise.prose import is_others
from app.normalise.words import tidy

_OTHERS = frozenset(("aside", "nav"))
_MOST = 200


class Vicinity:
    """Of one page: what lies around the `<h1>` of its article, and what holds others' times and authors. Of several
    the article's is the longest that the page's `<title>` repeats; where it repeats none, nothing lies near."""

    def __init__(self, tree: HtmlElement) -> None:
        heading = _heading(tree)
        around = [] if heading is None else [heading, *heading.iterancestors()]
        self._depths = {element: len(around) - above for above, element in enumerate(around)}
        heads = (one for one in tree.iter("h2", "h3", "h4") if heads_comments(tidy(one.text_content())))
        self._readers = frozenset(parent for one in heads if (parent := one.getparent()) is not None)

    @property
    def is_headed(self) -> bool:
        """Whether the page has a heading that things may be near to."""
        return bool(self._depths)

    def nearest(self, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
        """Those of the first 200 `elements` that are the article's, in page order: of the ones that are not others'
        those in the smallest element that holds the heading too."""
        own = [element for element in list(elements)[:_MOST] if not self.is_others(element)]
        placed = [(element, self._depth(element)) for element in own]
        nearest = max((depth for _, depth in placed), default=0)
        return [element for element, depth in placed if depth == nearest]

    def is_others(self, element: HtmlElement) -> bool:
        """Whether an element stands in an aside, a comment, another story or an update of a live blog. What holds the
        heading too is the article's; an article in microdata that does not is another's: what of it is the page's own,
        microdata tell."""
        around = tuple(takewhile(lambda one: one not in self._depths, (element, *element.iterancestors())))
        is_item = bool(self._depths) and any(map(is_article_item, around))
        return is_item or any(one in self._readers or _is_others(one) for one in around)

    def _depth(self, element: HtmlElement) -> int:
        return next((self._depths[one] for one in (element, *element.iterancestors()) if one in self._depths), 0)


def _heading(tree: HtmlElement) -> HtmlElement | None:
    headings = tree.xpath("//h1")[:_MOST]
    if len(headings) <= 1:
        return next(iter(headings), None)
    title = tidy(" ".join(element.text_content() for element in tree.xpath("//head/title")))
    shown = {element: text for element in headings if (text := tidy(element.text_content())) and text in title}
    return max(shown, key=lambda element: len(shown[element]), default=None)


def _is_others(element: HtmlElement) -> bool:
    if element.tag in _OTHERS or "liveBlogUpdate" in element.get("itemprop", ""):
        return True
    if element.tag == "footer" and next(element.iterancestors("article"), None) is None:
        return True
    return is_others(element) or _is_named_others(element)


def _is_named_others(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag not in ("html", "body", "main", "article") and names_others(names)
