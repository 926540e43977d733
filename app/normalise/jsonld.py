"""JSON-LD in a page: the objects that describe articles or live blogs, its own or not (`subject.py` tells)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from app.normalise.words import tidy

type Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|BlogPost)$")
_WRAPPINGS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"))
_TELLING = ("headline", "articleBody", "datePublished")
_DEEPEST = 6
_LONGEST = 5_000_000


def article_nodes(tree: HtmlElement) -> tuple[Node, ...]:
    """The objects of an article type, live blogs first, else in page order, with what they refer to by `@id`. Elements
    of lists are passed over, for they are others' articles; and broken JSON."""
    nodes = [node for script in _scripts(tree) for node in _nodes(_parsed(script), _DEEPEST)]
    known = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and not _is_reference(node)}
    articles = [{key: _referred(value, known) for key, value in node.items()} for node in nodes if is_article(node)]
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
    return tuple(text for one in _listed(value) if (text := text_of(one)))


def updates_of(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The updates of live blogs in page order, each once, though several scripts state it."""
    updates = (update for node in nodes for update in _listed(node.get("liveBlogUpdate")) if isinstance(update, dict))
    told = {tuple(text_of(update.get(name)) for name in _TELLING): update for update in reversed(tuple(updates))}
    return tuple(reversed(told.values()))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


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
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth - 1)


def _is_reference(value: object) -> bool:
    return isinstance(value, dict) and "@id" in value and value.keys() <= {"@id", "@type"}


def _referred(value: object, known: Mapping[str, Node]) -> object:
    """`value`, or what it refers to: never a copy, for many may refer to the same."""
    if isinstance(value, list):
        return [known.get(str(one["@id"]), one) if _is_reference(one) else one for one in value]
    return known.get(str(value["@id"]), value) if isinstance(value, dict) and _is_reference(value) else value


def _types(node: Node) -> tuple[str, ...]:
    kinds = node.get("@type")
    return tuple(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))
