"""Which of the objects that a page describes are its own article: those of related stories and lists are others'."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.normalise.addresses import without_tracking
from app.normalise.jsonld import Node, text_of
from app.normalise.words import stems, tidy

_ADDRESSES = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
_TITLES = "//head/title | //h1"
_NAMED = "//meta[@property='og:title' or @name='twitter:title']/@content"
_ALIKE = 0.5
_TELLING = 2
_SAYING = 8
_MOST_TITLES = 20
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page says it is about: `addresses` without host and tracking, `titles` as it shows and states them."""

    addresses: frozenset[str]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, tree: HtmlElement, url: str | None = None) -> Self:
        """Of a page, that was fetched from `url` if anybody knows."""
        addresses = (_address(str(address)) for address in (url or "", *tree.xpath(_ADDRESSES)))
        shown = (element.text_content() for element in tree.xpath(_TITLES)[:_MOST_TITLES])
        titles = (tidy(str(title))[:_LONGEST] for title in (*tree.xpath(_NAMED)[:_MOST_TITLES], *shown))
        return cls(frozenset(filter(None, addresses)), tuple(dict.fromkeys(filter(None, titles))))

    def own(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """Those of `nodes` that describe the page's article, in their order: the first that has the page's address, or
        its title, and what else there is of the same article.

        Where no object has either, one that states nothing different is the page's, if it alone is described.
        """
        main = next(filter(self._is_here, nodes), None) or next(filter(self.is_titled, nodes), None)
        if main is not None:
            return tuple(node for node in nodes if _are_one(node, main))
        unplaced = tuple(node for node in nodes if not (self.addresses and _address_of(node)))
        return unplaced if all(_are_one(node, unplaced[0]) for node in unplaced) else ()

    def may_be_titled(self, node: Node) -> bool:
        """Whether an object has no headline, or one like a title of the page, if that has any."""
        return not self.titles or "headline" not in node or self.is_titled(node)

    def is_titled(self, node: Node) -> bool:
        """Whether the page has a title like an object's headline."""
        headline = text_of(node.get("headline"))
        return headline is not None and any(_alike(headline, title) for title in self.titles)

    def _is_here(self, node: Node) -> bool:
        return _address_of(node) in self.addresses


def _are_one(node: Node, other: Node) -> bool:
    """Whether two objects may describe one article: they are of one address or headline, or nothing says that not."""
    addresses = {_address_of(node), _address_of(other)}
    headlines = [text for one in (node, other) if (text := text_of(one.get("headline")))]
    if len(addresses) == 1 and None not in addresses:
        return True
    return _alike(*headlines) if len(headlines) == len((node, other)) else len(addresses - {None}) < len((node, other))


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share half of the words of the shorter, and two at least; or one is in the other."""
    one, other = one[:_LONGEST], other[:_LONGEST]
    words, others = _words(one), _words(other)
    common = len(words & others)
    is_part = common >= _TELLING and common >= _ALIKE * min(len(words), len(others))
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return is_part or short == long or (len(short) >= _SAYING and short in long)


_words = lru_cache(maxsize=1_000)(stems)


def _address_of(node: Node) -> str | None:
    offers = (node.get(name) for name in ("url", "mainEntityOfPage", "@id"))
    return next((address for offer in offers if (address := _address(_string(offer)))), None)


def _string(offer: object) -> str:
    if isinstance(offer, list):
        offer = offer[0] if offer else None
    if isinstance(offer, dict):
        offer = offer.get("@id") or offer.get("url")
    return offer if isinstance(offer, str) else ""


def _address(url: str) -> str | None:
    """Path and query of an address, which schemes and hosts of one site have in common; None for a front page."""
    try:
        parts = urlsplit(without_tracking(tidy(url)))
    except ValueError:
        return None
    address = f"{parts.path.rstrip('/')}?{parts.query}"
    return address if address != "?" else None
