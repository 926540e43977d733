"""Links that lead away from the article: "Also read" lines and pointers to other stories within a body."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.normalise.words import length, tidy

_BLOCKS = frozenset(("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article"))
_PASSAGES = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "blockquote"))
_LABEL = 5
_HEADLINE = 4


def leads_elsewhere(href: str | None, url: str | None) -> bool:
    """Whether a link leads to another page than the one at `url`, its anchors and the posts under it."""
    if not href or "#" in href or href.startswith(("?", "javascript:", "mailto:")):
        return False
    own = urlsplit(url).path.rstrip("/") if url else ""
    return not (own and _path(href).startswith(own))


def is_related(element: HtmlElement, url: str | None) -> bool:
    """Whether a block is nothing but one link to another page, with or without a label before it ("Also read:")."""
    if element.tag not in _BLOCKS:
        return False
    links = [link for link in element.iter("a") if leads_elsewhere(link.get("href"), url)]
    linked = tidy(links[0].text_content()) if len(links) == 1 else ""
    if not linked:
        return False
    label, _, after = tidy(element.text_content()).partition(linked)
    labelled = not label or (label.rstrip().endswith((":", "：")) and length(label) <= _LABEL)
    return labelled and not any(map(str.isalnum, after))


def pointers(tree: HtmlElement, url: str | None) -> frozenset[str]:
    """The passages that only name another story by its headline, as `tidy` lines. Lists are none: an article may
    consist of them."""
    lines = (tidy(one.text_content()) for one in tree.iter(*_PASSAGES) if is_related(one, url))
    return frozenset(line for line in lines if length(line) >= _HEADLINE)


def _path(href: str) -> str:
    try:
        return urlsplit(href).path
    except ValueError:  # a malformed address in brackets
        return href
