"""Microdata in a page (`itemscope`, `itemprop`), in the shape of JSON-LD objects, so that one cascade reads both."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml.html import HtmlElement

from app.normalise.jsonld import Node, is_article
from app.normalise.words import tidy

_VALUES = {"meta": "content", "time": "datetime", "a": "href", "link": "href", "img": "src", "data": "value"}
_ADDRESSES = frozenset({"url", "mainEntityOfPage", "sameAs"})
_PAGES = frozenset(("WebPage", "ItemPage", "CreativeWork"))
_LONGEST = 300


def microdata_of(tree: HtmlElement, is_others: Callable[[HtmlElement], bool]) -> tuple[tuple[Node, ...], Node]:
    """The items of an article type in page order, but those within another (an update, a story mentioned); and what
    stands in no item, or is said of the page as a whole, as one object, without what `is_others` knows for another's.

    Texts are cut to 300 characters, for only metadata is wanted of them.
    """
    items: dict[HtmlElement, dict[str, Any]] = {
        element: {"@type": [_type(element)]} for element in tree.xpath("//*[@itemscope]")
    }
    loose: dict[str, Any] = {}
    for element in tree.xpath("//*[@itemprop]"):
        owner = next((items[outer] for outer in element.iterancestors() if outer in items), loose)
        if owner is loose or owner["@type"][0] in _PAGES:
            if is_others(element):
                continue
            owner = loose
        value = items[element] if element in items else _value(element)
        for name in element.get("itemprop").split():
            owner.setdefault(name, []).append(value)
    for element, item in items.items():
        if not is_article(item):
            item.setdefault("name", [tidy(element.text_content())[:_LONGEST]])
    for item in (*items.values(), loose):
        item.update({name: values[0] for name, values in item.items() if len(values) == 1})
    articles = {element: item for element, item in items.items() if is_article(item)}
    return tuple(item for element, item in articles.items() if not _is_within(element, articles)), loose


def _is_within(element: HtmlElement, items: Mapping[HtmlElement, Node]) -> bool:
    return any(outer in items for outer in element.iterancestors())


def is_article_item(element: HtmlElement) -> bool:
    """Whether an element is an item of an article type."""
    return element.get("itemtype") is not None and is_article({"@type": _type(element)})


def _type(element: HtmlElement) -> str:
    return str(element.get("itemtype") or "").rstrip("/").rpartition("/")[2]


def _value(element: HtmlElement) -> str:
    """What an element says: the attribute that HTML gives its kind for that; of a link its words, unless asked for
    the address."""
    tag = element.tag if isinstance(element.tag, str) else ""
    wants_address = bool(_ADDRESSES.intersection(element.get("itemprop").split()))
    attribute = "content" if element.get("content") else _VALUES.get(tag, "")
    stated = element.get(attribute) if attribute and (tag != "a" or wants_address) else None
    return tidy(stated or element.text_content())[:_LONGEST]
