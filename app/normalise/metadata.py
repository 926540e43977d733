"""What an HTML page states about its article: JSON-LD, meta tags, microdata, `<time>`, then what is visible."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

from app.model.article import Published
from app.model.naming import fold
from app.normalise.addresses import is_home
from app.normalise.authors import author_names, uninverted, without_by
from app.normalise.bylines import announces_change
from app.normalise.cascade import Offer, Sources, first, sources_of, stated_times
from app.normalise.jsonld import Node, text_of, texts_of
from app.normalise.language import language_of_tag
from app.normalise.marks import names_change
from app.normalise.particulars import Particulars, particulars_of
from app.normalise.signers import signed_by
from app.normalise.subject import Subject
from app.normalise.titles import page_title, title_tail
from app.normalise.vicinity import Vicinity
from app.normalise.words import tidy

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "publishdate",
    "pubdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dc.date.created",
    "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "article_date_original", "published_time",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "cxenseparse:author", "article.author", "twitter:creator:name")  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_DIGIT = re.compile(r"\d")
_NEAR = 40
_FEW = 3
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
    byline: str | None = None
    particulars: Particulars = field(default_factory=Particulars)


def metadata_of(tree: HtmlElement, subject: Subject, nodes: Sequence[Node], declared: Node | None = None) -> Metadata:
    """The cascade over `tree`, the JSON-LD objects of its article and what is declared for its publisher."""
    vicinity = Vicinity(tree)
    sources = sources_of(tree, subject, vicinity, nodes, declared or {})
    meta = {name: contents[0] for name, contents in sources.meta.items()}
    outlet = first(sources.offers(("publisher",), _OUTLETS), text_of)
    name = outlet.value if outlet else None
    title = page_title(tree, (*([declared] if declared else ()), *nodes), meta, name)
    signed = _signed(tree, vicinity, sources, name)
    language = first(_languages(tree, sources), lambda value: language_of_tag(text_of(value)))
    url = first(_addresses(tree, sources), _own_address)
    stated: dict[str, Offer[Any] | None] = {
        "title": _title_offer(tree, sources, title), "authors": signed, "byline": signed, "language": language,
        "outlet": outlet, "url": url,
    }  # fmt: skip
    return Metadata(
        title=title,
        authors=_authors(signed.value, name) if signed else (),
        published=_published(tree, vicinity, sources),
        language=language.value if language else None,
        outlet=name,
        url=url.value if url else None,
        byline=", ".join(map(without_by, signed.value)) if signed else None,
        particulars=particulars_of(sources, {key: offer.origin for key, offer in stated.items() if offer}),
    )


def stated_address(tree: HtmlElement) -> str | None:
    """The whole address that the page itself states in its head, if any."""
    offers = (*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content"))
    return next((address for one in offers if (address := _own_address(str(one)))), None)


def clean_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names freed of "by", addresses and repetition; one entry that holds several is split, "Roe, Jane" is one name."""
    kept = (name for name in names if not _NAMED.search(name.strip()))
    return tuple(dict.fromkeys(one for name in kept for one in author_names(uninverted(tidy(name)))))


def _signed(tree: HtmlElement, vicinity: Vicinity, sources: Sources, outlet: str | None) -> Offer[list[str]] | None:
    """The first lines that name others than the outlet itself; the outlet's own where there are no others."""
    own = None
    for origin, value in chain(sources.offers(("author",), _AUTHORS), _shown(tree, vicinity)):
        lines = [text for text in texts_of(value) if clean_names([text])]
        if lines and not _is_own(clean_names(lines), outlet):
            return Offer(origin, lines)
        own = own or (Offer(origin, lines) if lines else None)
    return own


def _shown(tree: HtmlElement, vicinity: Vicinity) -> Iterator[Offer[object]]:
    """What the markup calls the author: sought only where nothing is stated, for it takes a look at every element."""
    yield Offer("text", list(signed_by(tree, vicinity)))


def _authors(lines: Sequence[str], outlet: str | None) -> tuple[str, ...]:
    """The names in lines that sign, without the outlet's own where there are others."""
    names = clean_names(lines)
    return names if _is_own(names, outlet) else tuple(name for name in names if not _is_own([name], outlet))


def _is_own(names: Sequence[str], outlet: str | None) -> bool:
    """Whether all names are the outlet's, or part of what it is called in full ("Courier" of "Courier Media Ltd")."""
    return outlet is not None and all(f" {fold(name)} " in f" {fold(outlet)} " for name in names)


def _published(tree: HtmlElement, vicinity: Vicinity, sources: Sources) -> Published | None:
    offers = [
        *sources.offers(("datePublished", "dateCreated"), _PUBLISHED),
        *(Offer[object]("time", _time_string(element)) for element in _times(tree, vicinity)),
        Offer[object]("title", title_tail(tree)),
    ]
    times = list(stated_times(offers))
    return next((time for time in times if _tells_zone(time, times[0])), None) or (times[0] if times else None)


def _tells_zone(time: Published, first: Published) -> bool:
    """Whether `time` is the first time that the page states, or says the same and names its zone."""
    if first.local is None:
        return time is first
    if time.instant is None:
        return False
    return time.instant.replace(tzinfo=None) == first.local


def _times(tree: HtmlElement, vicinity: Vicinity) -> list[HtmlElement]:
    """The first three `<time>`s of the article, those of a change last."""
    return sorted(vicinity.nearest(tree.iter("time"))[:_FEW], key=_is_of_change)


def _is_of_change(element: HtmlElement) -> bool:
    """Whether the name of a `<time>` or the words before it say that something was changed then."""
    sibling, parent = element.getprevious(), element.getparent()
    before = sibling.tail if sibling is not None else parent.text if parent is not None else ""
    words = f"{(before or '')[-_NEAR:]} {_DIGIT.split(tidy(element.text or '')[:_NEAR], maxsplit=1)[0]}"
    return names_change(element) or announces_change(words)


def _time_string(element: HtmlElement) -> str | None:
    return element.get("datetime") or tidy(element.text_content()) or None


def _languages(tree: HtmlElement, sources: Sources) -> Iterator[Offer[object]]:
    yield from sources.offers(("inLanguage",))
    yield Offer("html:lang", tree.get("lang"))
    yield from sources.offers((), ("og:locale",))


def _addresses(tree: HtmlElement, sources: Sources) -> Iterator[Offer[object]]:
    yield from (Offer("link:canonical", link.get("href")) for link in tree.xpath("//link[@rel='canonical']"))
    yield from sources.offers((), ("og:url",))
    yield from sources.offers(("url",))


def _own_address(value: object) -> str | None:
    """A whole web address, unless it is that of a front page."""
    text = text_of(value)
    return text if text and text.startswith(("http://", "https://")) and not is_home(text) else None


def _title_offer(tree: HtmlElement, sources: Sources, title: str | None) -> Offer[str] | None:
    """The place that states the chosen title: the first that says just that, else the first that says it among more."""
    keys = [key for key in sources.meta if key.endswith(("title", "headline"))]
    heads = (Offer(tag, element.text_content()) for tag in ("h1", "title") for element in tree.xpath(f"//{tag}"))
    offers = ((origin, text_of(value)) for origin, value in (*sources.offers(("headline",), keys), *heads))
    stating = [Offer(origin, text) for origin, text in offers if text and title and title in text]
    return next((offer for offer in stating if offer.value == title), stating[0] if stating else None)
