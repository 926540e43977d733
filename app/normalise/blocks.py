"""The blocks of text in an HTML page, and which elements hold which of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from app.normalise.visible import BLOCKS
from app.normalise.words import tidy
from app.normalise.wrapping import unwrapped

_UNREAD = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button", "object", "canvas", "nav",
    "textarea", "audio", "video", "math", "dialog",
))  # fmt: skip
_APART = BLOCKS | {"form", "label", "menu", "time"}
_BOLD = frozenset(("strong", "b"))
_HALF = 0.5
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_FOUND = "until-found"
"""The one way of being hidden in which readers find the text."""
_NAMES = ("class", "id", "role", "itemprop", "data-testid", "data-component")


class Block(NamedTuple):
    """A run of text that no block element breaks: its words, the element around it, how many characters are links and
    how many are bold, where the links lead."""

    text: str
    tag: str
    linked: int
    strong: int = 0
    hrefs: tuple[str, ...] = ()


class Span(NamedTuple):
    """An element as the half-open range of the blocks in it, with what its attributes call it."""

    start: int
    end: int
    tag: str
    names: str


def blocks_of(tree: HtmlElement) -> tuple[Sequence[Block], Sequence[Span]]:
    """The page's blocks in order, and the elements that hold any, inner ones first. Linear in the page.

    Scripts, navigation, buttons and players are left out. Each line of a `pre` is a block, wrapped ones joined.
    """
    reader = _Reader()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        read = tag not in _UNREAD and tag != ""
        if event == "end":
            reader.leave(element, tag, read)
        elif read:
            reader.enter(element, tag)
        else:
            if tag in BLOCKS:
                reader.end_block()
            walk.skip_subtree()
    reader.end_block()
    return reader.blocks, reader.spans


def _names(attributes: dict[str, str]) -> str:
    """What the attributes call an element: "hidden" too, where they hide it."""
    if not attributes:
        return ""
    names = [attributes[name] for name in _NAMES if attributes.get(name)]
    style = attributes.get("style")
    hides = attributes.get("hidden", _FOUND) != _FOUND or (style and _HIDES.search(style))
    return " ".join([*names, "hidden"] if hides else names)


@dataclass(slots=True)
class _Reader:
    """Where the walk stands: the open elements that count, and the pieces of the block that is being read."""

    blocks: list[Block] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0
    bold: int = 0
    links: list[str | None] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)

    def enter(self, element: HtmlElement, tag: str) -> None:
        if tag in _APART:
            self.end_block()
            self.tags.append(tag)
        self.opened.append(len(self.blocks))
        if tag == "a":
            self.links.append(element.get("href"))
        self.bold += tag in _BOLD
        self.take(element.text)

    def leave(self, element: HtmlElement, tag: str, read: bool) -> None:
        if read:
            if tag in _APART:
                self.end_block()
                self.tags.pop()
            if tag == "a":
                self.links.pop()
            self.bold -= tag in _BOLD
            start = self.opened.pop()
            if start < len(self.blocks):
                self.spans.append(Span(start, len(self.blocks), tag, _names(dict(element.items()))))
        self.take(element.tail)

    def take(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.bold:
                self.strong += len(text.strip())
            if self.links:
                self.linked += len(text.strip())
                if self.links[-1]:
                    self.hrefs.append(self.links[-1])

    def end_block(self) -> None:
        if self.pieces:
            tag = self.tags[-1] if self.tags else ""
            raw = "".join(self.pieces)
            if tag == "pre" and self.linked <= _HALF * len(raw):
                lines = map(tidy, unwrapped(raw).split("\n"))
                self.blocks += [Block(line, tag, 0) for line in lines if line]
            elif text := tidy(raw):
                self.blocks.append(Block(text, tag, self.linked, self.strong, tuple(self.hrefs)))
            self.pieces.clear()
            self.hrefs.clear()
        self.linked = self.strong = 0
