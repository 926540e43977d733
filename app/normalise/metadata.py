"""What an HTML page states about its article: JSON-LD first, then meta tags, then `<time>`, then what is visible."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.model.article import Published
from app.normalise.bylines import author_names
from app.normalise.jsonld import Node, text_of, texts_of
from app.normalise.language import language_of_tag
from app.normalise.stated_time import stated_time
from app.normalise.words import tidy

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "publishdate",
    "pubdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dc.date.created",
    "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "article_date_original", "published_time", "last-modified",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "cxenseparse:author", "article.author", "twitter:creator:name")  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_SUFFIX = re.compile(r"\s+(?:[|–—:·»-]|::)\s+[^|–—·»]{1,40}$|：[^：]{1,20}$")
_NAMED = re.compile(r"^(?:https?:)?//|^@|^\d+$|\.(?:com|org|net|de|co)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page says of its article; each field may be missing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None


def metadata_of(tree: HtmlElement, nodes: Sequence[Node]) -> Metadata:
    """The cascade over `tree` and its JSON-LD article objects."""
    meta = _meta(tree)
    outlet = _first(texts for node in nodes for texts in texts_of(node.get("publisher"))) or _meta_first(meta, _OUTLETS)
    return Metadata(
        title=_title(tree, nodes, meta, outlet),
        authors=_authors(tree, nodes, meta),
        published=_published(tree, nodes, meta),
        language=_language(tree, nodes, meta),
        outlet=outlet,
        url=_url(tree, meta),
    )


def clean_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names freed of "by", addresses and repetition; one entry that holds several is split."""
    kept = (name for name in names if not _NAMED.search(name.strip()))
    return tuple(dict.fromkeys(one for name in kept for one in author_names(tidy(name))))


def _title(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str], outlet: str | None) -> str | None:
    headline = _first(text_of(node.get("headline")) for node in nodes)
    if headline and headline != outlet:
        return tidy(headline)
    heads = [tidy(head.text_content()) for head in tree.xpath("//h1")]
    shown = next((head for head in heads if head and len(heads) == 1), None)
    titled = (
        _meta_first(meta, _TITLES) or shown or _first(tidy(title.text_content()) for title in tree.xpath("//title"))
    )
    return _without_outlet(tidy(titled), outlet, shown) if titled else _first(heads)


def _without_outlet(title: str, outlet: str | None, shown: str | None) -> str:
    """The title without a site's name at its end, where the name is known or the page shows the title without it."""
    bare = _SUFFIX.sub("", title)
    suffix = title[len(bare) :].strip(" |–—:·»-：")
    known = bool(
        outlet and suffix and (outlet.casefold() in suffix.casefold() or suffix.casefold() in outlet.casefold())
    )
    return bare if bare and (known or (shown and shown.startswith(bare))) else title


def _authors(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str]) -> tuple[str, ...]:
    for node in nodes:
        if names := clean_names(texts_of(node.get("author"))):
            return names
    for key in _AUTHORS:
        if names := clean_names([meta.get(key, "")]):
            return names
    marked = tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'author-name')]")
    return clean_names(list(dict.fromkeys(tidy(one.text_content())[:80] for one in marked[:4])))


def _published(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str]) -> Published | None:
    offers: list[tuple[str, str | None]] = [
        ("json-ld:datePublished", text_of(node.get("datePublished"))) for node in nodes
    ]
    offers += [("json-ld:dateCreated", text_of(node.get("dateCreated"))) for node in nodes]
    offers += [(f"meta:{key}", meta.get(key)) for key in _PUBLISHED]
    offers += [("time", _time_string(element)) for element in tree.xpath("//time")[:3]]
    times = (stated_time(string, origin) for origin, string in offers if string)
    return next((time for time in times if time), None)


def _time_string(element: HtmlElement) -> str | None:
    return element.get("datetime") or tidy(element.text_content()) or None


def _language(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str]) -> str | None:
    tags = [text_of(node.get("inLanguage")) for node in nodes] + [tree.get("lang"), meta.get("og:locale")]
    return _first(language_of_tag(tag) for tag in tags)


def _url(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")] + [meta.get("og:url")]
    return next((link.strip() for link in links if link and link.strip().startswith(("http://", "https://"))), None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta tags, the first of each name."""
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content").strip():
            found.setdefault(name.strip().lower(), tidy(tag.get("content")))
    return found


def _meta_first(meta: dict[str, str], keys: Sequence[str]) -> str | None:
    return _first(meta.get(key) for key in keys)


def _first(values: Iterator[str | None] | Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)
