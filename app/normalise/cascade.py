"""Where a page states things about its article, in the order in which they are believed.

What is declared for the publisher, JSON-LD, meta tags, microdata. A field asks for its JSON-LD properties (microdata
has the same names) and its meta tags, and takes the first offer it can use.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from app.model.article import Published
from app.normalise.jsonld import Node, text_of
from app.normalise.microdata import microdata_of
from app.normalise.stated_time import stated_time
from app.normalise.subject import Subject
from app.normalise.vicinity import Vicinity
from app.normalise.words import tidy

_LONGEST_NAME = 100


class Offer[T](NamedTuple):
    """Where something stood ("meta:og:title"), and what: as the page has it, a string or JSON-LD, or as read."""

    origin: str
    value: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All places of a page that state something."""

    declared: Node
    json_ld: Sequence[Node]
    meta: Mapping[str, Sequence[str]]
    microdata: Sequence[Node]

    def offers(self, properties: Sequence[str], keys: Sequence[str] = ()) -> Iterator[Offer[object]]:
        """Everything offered for a field by these names."""
        yield from _of_nodes("site", [self.declared], properties)
        yield from _of_nodes("json-ld", self.json_ld, properties)
        yield from (Offer[object](f"meta:{key}", self.meta[key]) for key in keys if key in self.meta)
        yield from _of_nodes("microdata", self.microdata, properties)


def sources_of(
    tree: HtmlElement, subject: Subject, vicinity: Vicinity, json_ld: Sequence[Node], declared: Node
) -> Sources:
    """The places of a page about `subject`; `json_ld` are the objects of its article."""
    items, loose = microdata_of(tree, vicinity.is_others)
    own = [item for item in subject.own(items) if subject.may_be_titled(item)]
    return Sources(declared=declared, json_ld=json_ld, meta=meta_tags(tree), microdata=(*own, loose))


def meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    """The page's meta tags by name in lower case, each with all its contents in page order. An `itemprop` outside the
    head is microdata: it says something of the item around it."""
    found: dict[str, list[str]] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or _property_in_head(tag)
        if name and (content := tidy(tag.get("content"))):
            found.setdefault(tidy(name).lower()[:_LONGEST_NAME], []).append(content)
    return found


def _property_in_head(tag: HtmlElement) -> str | None:
    name = tag.get("itemprop")
    return name if name and next(tag.iterancestors("head"), None) is not None else None


def first[T](offers: Iterable[Offer[object]], read: Callable[[object], T | None]) -> Offer[T] | None:
    """The first offer that `read` makes something of."""
    return next((Offer(origin, made) for origin, value in offers if (made := read(value)) is not None), None)


def stated_times(offers: Iterable[Offer[object]]) -> Iterator[Published]:
    """The times that offers state, in their order."""
    strings = ((offer.origin, text_of(offer.value)) for offer in offers)
    times = (stated_time(string, origin) for origin, string in strings if string)
    return (time for time in times if time)


def _of_nodes(kind: str, nodes: Iterable[Node], properties: Sequence[str]) -> Iterator[Offer[object]]:
    for name in properties:
        yield from (Offer(f"{kind}:{name}", node[name]) for node in nodes if node.get(name) not in (None, "", []))
