"""The title of an HTML page's article, without the names of section and site that pages append to it."""

import re
from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from app.normalise.jsonld import Node, text_of
from app.normalise.words import length, tidy

_KEYS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_SUFFIX = re.compile(r"\s+(?:[|–—:·»-]|::)\s+[^|–—·»]{1,40}$|：[^：]{1,20}$")
_SEPARATOR = re.compile(r"\s*(?:[|–—·»：-]|::)")
_KICKER = 5
_EDGES = " |–—:·»-："


def page_title(tree: HtmlElement, nodes: Sequence[Node], meta: Mapping[str, str], outlet: str | None) -> str | None:
    """The title that JSON-LD gives, else the meta tags, else the only `<h1>`, else `<title>`."""
    headlines = [text for node in nodes if (text := text_of(node.get("headline"))) and text != outlet]
    heads = [head for element in tree.xpath("//h1") if (head := tidy(" ".join(element.itertext())))]
    stated = [*headlines, *(meta[key] for key in _KEYS if key in meta)]
    titles = [*stated, *(heads if len(heads) == 1 else []), *_titles(tree), *heads]
    return _without_kicker(_without_site(tidy(titles[0]), outlet, heads), stated[1:]) if titles else None


def _without_kicker(title: str, others: Sequence[str]) -> str:
    """The title without the label before its colon ("Marathon: …"), where the page also states it so."""
    kicker, colon, bare = title.partition(": ")
    bare = bare.strip(" -–—")
    return bare if colon and length(kicker) <= _KICKER and bare in map(tidy, others) else title


def _titles(tree: HtmlElement) -> list[str]:
    return [text for element in tree.xpath("//head/title") if (text := tidy(element.text_content()))]


def _without_site(title: str, outlet: str | None, heads: Sequence[str]) -> str:
    """The title without what stands behind it, where a heading shows it so or the site's name is known."""
    for head in heads:
        if title.startswith(head) and _SEPARATOR.match(title, len(head)):
            return head
    bare = _SUFFIX.sub("", title)
    suffix = title[len(bare) :].strip(_EDGES).casefold()
    name = (outlet or "").casefold()
    return bare if bare and suffix and name and (name in suffix or suffix in name) else title
