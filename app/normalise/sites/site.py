"""What can be declared of a publisher's pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from app.normalise.jsonld import Node
from app.normalise.words import tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One publisher. `hosts` are without "www."; those below them are meant too.

    `selectors`: XPath by JSON-LD property ("headline", "author", "datePublished", "articleSection" …), asked before
    everything that a page states. `prefixes`: what is taken from the start of the values found ("Text: "). `without`:
    an XPath of elements that are no part of the news. `outlet` and `home` name the publisher.
    """

    hosts: tuple[str, ...]
    selectors: Mapping[str, str] = field(default_factory=dict)
    prefixes: tuple[str, ...] = ()
    without: str | None = None
    outlet: str | None = None
    home: str | None = None

    def declared(self, tree: HtmlElement) -> Node:
        """What the declaration says of a page, in the shape of a JSON-LD object."""
        found = {name: self._values(tree, selector) for name, selector in self.selectors.items()}
        publisher = {"name": self.outlet, "url": self.home} if self.outlet else None
        values: dict[str, Any] = {**found, "publisher": publisher}
        return {name: value for name, value in values.items() if value}

    def prune(self, tree: HtmlElement) -> None:
        """Take the elements that are no part of the news out of `tree`."""
        for element in tree.xpath(self.without) if self.without else ():
            element.drop_tree()

    def _values(self, tree: HtmlElement, selector: str) -> list[str]:
        """The texts, or attributes' values, that an XPath finds."""
        found = (tidy(str(one.text_content() if isinstance(one, HtmlElement) else one)) for one in tree.xpath(selector))
        return [self._bare(text) for text in found if text]

    def _bare(self, text: str) -> str:
        return next((text.removeprefix(prefix) for prefix in self.prefixes if text.startswith(prefix)), text)
