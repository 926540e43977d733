"""Links that lead away from the article: "Also read" lines and cards of other stories within a body."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.normalise.words import length, tidy

_BLOCKS = frozenset(("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article"))
_FEWEST = 4


def leads_elsewhere(href: str | None, url: str | None) -> bool:
    """Whether a link leads to another page than the one at `url`, its anchors and the posts under it."""
    if not href or "#" in href or href.startswith(("?", "javascript:", "mailto:")):
        return False
    own = urlsplit(url).path.rstrip("/") if url else ""
    return not (own and urlsplit(href).path.startswith(own))


def is_related(element: HtmlElement, url: str | None) -> bool:
    """Whether a block is nothing but one link to another page, as long as a headline: not what the article says."""
    if element.tag not in _BLOCKS:
        return False
    links = [link for link in element.iter("a") if leads_elsewhere(link.get("href"), url)]
    text = tidy(element.text_content())
    return len(links) == 1 and length(text) >= _FEWEST and tidy(links[0].text_content()) == text
