"""The title of an HTML page's article, without the names of section and site that pages append to it."""

import re
from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from app.normalise.jsonld import Node, text_of
from app.normalise.words import length, tidy

_KEYS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_BREAK = re.compile(r"\s+(?:[|–—:·»-]|::)\s+|：")
_SEPARATOR = re.compile(r"\s*(?:[|–—·»：-]|::)")
_BAR = re.compile(r"\s*(?:\||::)\s")
_KICKER = 5
_BESIDE_NAME = 2
_LONGEST_BESIDE = 40
_LONGEST_NAME = 200
_EDGES = " |–—:·»-："
_LIVE = "LiveBlogPosting"


def page_title(tree: HtmlElement, nodes: Sequence[Node], meta: Mapping[str, str], outlet: str | None) -> str | None:
    """The title that JSON-LD gives, else the meta tags, else the only `<h1>`, else `<title>`.

    The meta tags come first where JSON-LD gives their title as another name of its article, for its headline is then
    the one cut for search engines; and for a live blog, whose headline there is that of the blog.
    """
    headlines = [text for node in nodes if (text := text_of(node.get("headline"))) and text != outlet]
    named = [meta[key] for key in _KEYS if key in meta]
    heads = [head for element in tree.xpath("//h1") if (head := tidy(" ".join(element.itertext())))]
    stated = [*named, *headlines] if _prefers_meta(nodes, named) else [*headlines, *named]
    titles = [*stated, *(heads if len(heads) == 1 else []), *_titles(tree), *heads]
    if not titles:
        return None
    title = _without_site(tidy(titles[0]), outlet, heads, stated[1:])
    return _without_kicker(title, stated[1:], heads)


def title_tail(tree: HtmlElement) -> str | None:
    """What stands behind the last bar of `<title>`: the site's name, a section, on some sites the day."""
    titles = _titles(tree)
    return titles[0].rpartition("|")[2].strip() if titles and "|" in titles[0] else None


def _prefers_meta(nodes: Sequence[Node], named: Sequence[str]) -> bool:
    first = nodes[0] if nodes else {}
    return bool(named) and (text_of(first.get("name")) == named[0] or first.get("@type") == _LIVE)


def _without_kicker(title: str, others: Sequence[str], heads: Sequence[str]) -> str:
    """The title without the label before its colon ("Marathon: …"), where the page also states it so, or a heading
    shows it under another label."""
    kicker, colon, bare = title.partition(": ")
    bare = bare.strip(" -–—")
    if not colon or not bare or length(kicker) > _KICKER:
        return title
    stated = bare in map(tidy, others)
    return bare if stated or any(_relabelled(head, bare, kicker) for head in heads) else title


def _relabelled(head: str, bare: str, kicker: str) -> bool:
    """Whether `head` is the bare title behind a label that is not `kicker`."""
    label = head.removesuffix(bare).rstrip()
    named = label.rstrip(_EDGES)
    is_label = head.endswith(f" {bare}") and label != named and length(named) <= _KICKER
    return is_label and named.casefold() != kicker.rstrip(_EDGES).casefold()


def _titles(tree: HtmlElement) -> list[str]:
    return [text for element in tree.xpath("//head/title") if (text := tidy(element.text_content()))]


def _without_site(title: str, outlet: str | None, heads: Sequence[str], others: Sequence[str]) -> str:
    """The title without what stands behind it, where a heading shows it so, another title is what stands before a bar,
    or the site's name is known."""
    shown = (head for head in heads if title.startswith(head) and _SEPARATOR.match(title, len(head)))
    named = (other for other in others if title.startswith(other) and _BAR.match(title, len(other)))
    bare = next(shown, None) or next(named, None)
    return bare or _without_name(title, outlet)


def _without_name(title: str, outlet: str | None) -> str:
    """The title without the site's name, or a part of it, behind a break; where that holds breaks, behind the first of
    them. A few words may stand with the name, but no break: "Trump - Putin summit fails - BBC News" loses two words."""
    name = (outlet or "")[:_LONGEST_NAME].casefold()
    start = max(0, len(title) - len(name) - _LONGEST_BESIDE)
    breaks = list(_BREAK.finditer(title, start)) if name else []
    for at in breaks:
        suffix = title[at.end() :].strip(_EDGES).casefold()
        is_named = name in suffix and at is breaks[-1] and length(suffix) <= length(name) + _BESIDE_NAME
        if suffix and at.start() and (suffix in name or is_named):
            return title[: at.start()]
    return title
