"""What an HTML page states about its article: JSON-LD first, then meta tags, then `<time>`, then what is visible."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from app.model.article import Published
from app.normalise.bylines import author_names
from app.normalise.jsonld import Node, text_of, texts_of
from app.normalise.language import language_of_tag
from app.normalise.stated_time import stated_time
from app.normalise.titles import page_title, title_tail
from app.normalise.words import tidy

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "publishdate",
    "pubdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dc.date.created",
    "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "article_date_original", "published_time", "last-modified",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "cxenseparse:author", "article.author", "twitter:creator:name")  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_SITE = re.compile(r"\s+(?:[|–—·»-]|::)\s")
_NAMED = re.compile(r"^(?:https?:)?//|^@|^\d+$|\w\.(?:com|org|net|de|co)\b", re.I)


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
        title=page_title(tree, nodes, meta, outlet),
        authors=_authors(tree, nodes, meta, outlet),
        published=_published(tree, nodes, meta),
        language=_language(tree, nodes, meta),
        outlet=outlet,
        url=_url(tree, meta),
    )


def clean_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names freed of "by", addresses and repetition; one entry that holds several is split."""
    kept = (name for name in names if not _NAMED.search(name.strip()))
    return tuple(dict.fromkeys(one for name in kept for one in author_names(tidy(name))))


def _authors(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str], outlet: str | None) -> tuple[str, ...]:
    """The first names given that are not the outlet's own; the outlet's own where there are no others."""
    offers = [texts_of(node.get("author")) for node in nodes]
    offers += [(meta[key],) for key in _AUTHORS if key in meta]
    cleaned: list[tuple[str, ...]] = []
    own = outlet.casefold() if outlet else ""
    for offer in chain(offers, _marked(tree)):
        names = clean_names(offer)
        if foreign := tuple(name for name in names if name.casefold() != own):
            return foreign
        cleaned += [names] if names else []
    return cleaned[0] if cleaned else ()


def _marked(tree: HtmlElement) -> Iterator[tuple[str, ...]]:
    """What the markup calls the author: sought only where nothing is stated, for it takes a look at every element."""
    marked = tree.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class, 'author-name') or @class='byline']"
    )
    yield tuple(dict.fromkeys(tidy(one.text_content())[:80] for one in marked[:4]))


def _published(tree: HtmlElement, nodes: Sequence[Node], meta: dict[str, str]) -> Published | None:
    offers: list[tuple[str, str | None]] = [
        ("json-ld:datePublished", text_of(node.get("datePublished"))) for node in nodes
    ]
    offers += [("json-ld:dateCreated", text_of(node.get("dateCreated"))) for node in nodes]
    offers += [(f"meta:{key}", meta.get(key)) for key in _PUBLISHED]
    offers += [("time", _time_string(element)) for element in tree.xpath("//time")[:3]]
    offers.append(("title", title_tail(tree)))
    times = [time for origin, string in offers if string and (time := stated_time(string, origin))]
    return next((time for time in times if _tells_zone(time, times[0])), None) or (times[0] if times else None)


def _tells_zone(time: Published, first: Published) -> bool:
    """Whether `time` is the first time that the page states, or says the same and names its zone."""
    if first.local is None:
        return time is first
    if time.instant is None:
        return False
    return time.instant.replace(tzinfo=None) == first.local


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
