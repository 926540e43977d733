"""JSON-LD in a page: the objects that describe its article or its live blog."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from app.normalise.words import tidy

type Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|BlogPost)$")
_WRAPPINGS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"))
_DEEPEST = 6
_LONGEST = 5_000_000


def article_nodes(tree: HtmlElement) -> tuple[Node, ...]:
    """The objects of an article type, live blogs first, else in page order. Broken JSON is passed over."""
    nodes = [node for script in _scripts(tree) for node in _nodes(_parsed(script), _DEEPEST)]
    articles = [node for node in nodes if is_article(node)]
    return tuple(sorted(articles, key=lambda node: "LiveBlogPosting" not in _types(node)))


def is_article(node: Node) -> bool:
    """Whether an object's type is one of news items ("NewsArticle", "LiveBlogPosting", "Report" …)."""
    return any(_ARTICLE.search(kind) for kind in _types(node))


def text_of(value: object) -> str | None:
    """The string that a JSON-LD value stands for: itself, its name, or its first element's."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
    return tidy(unescape(value)) or None if isinstance(value, str) else None


def texts_of(value: object) -> tuple[str, ...]:
    """All such strings of a value, in order."""
    values = value if isinstance(value, list) else [value]
    return tuple(text for one in values if (text := text_of(one)))


def updates_of(node: Node) -> tuple[Node, ...]:
    """The updates of a live blog in page order."""
    updates = node.get("liveBlogUpdate")
    return tuple(update for update in updates if isinstance(update, dict)) if isinstance(updates, list) else ()


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = script.text_content()
        if 0 < len(text) <= _LONGEST:
            yield text


def _parsed(script: str) -> object:
    for opening, closing in _WRAPPINGS:
        script = script.strip().removeprefix(opening).removesuffix(closing)
    try:
        return json.loads(script.rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    if isinstance(value, list):
        for element in value:
            yield from _nodes(element, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _nodes(value.get(key), depth - 1)


def _types(node: Node) -> tuple[str, ...]:
    kinds = node.get("@type")
    return tuple(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))
