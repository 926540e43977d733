"""The updates that a live blog's page shows: repeated blocks with time marks, each read as an item."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement, fromstring

from app.model.article import ArticleKind
from app.normalise.authors import author_names, is_name
from app.normalise.body import own_paragraphs
from app.normalise.bylines import read_byline
from app.normalise.clocks import dated
from app.normalise.draft import Draft
from app.normalise.links import is_related, leads_elsewhere
from app.normalise.marks import mark_of, published_of, without_mark
from app.normalise.metadata import Metadata, clean_names
from app.normalise.particulars import of_neighbour
from app.normalise.repeats import Block, elements_of, timed_blocks
from app.normalise.signers import names_signer
from app.normalise.visible import visible_text
from app.normalise.words import length, tidy

_MARKED = "//*[@itemscope and contains(concat(' ', @itemprop, ' '), ' liveBlogUpdate ')]"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TITLED = re.compile(r"(?:^|[\s_-])(?:title|headline|heading)(?![a-z])", re.I)
_ASIDE = frozenset(("figure", "figcaption", "aside", "nav", "footer", "time"))
_TITLE_WORDS = 40


def shown_updates(tree: HtmlElement, page: Metadata) -> tuple[Draft, ...]:
    """The updates in page order, those that microdata mark or blocks repeated with times; empty where it is no live
    blog. When the page was last changed settles the day of updates that show a clock time alone."""
    blocks = tuple((one,) for one in tree.xpath(_MARKED)) or timed_blocks(tree)
    if not blocks or 2 * sum(_is_card(block, page.url) for block in blocks) > len(blocks):
        return ()
    updates = [_update(block, page) for block in blocks]
    times = dated([update.published for update in updates], page.published, page.particulars.modified)
    settled = (replace(update, published=when) for update, when in zip(updates, times, strict=True))
    return tuple(update for update in settled if update.title or update.body)


def _is_card(block: Block, url: str | None) -> bool:
    """Whether a block only points to another page."""
    first = next(iter(headings_of(block)), None)
    return points_elsewhere(block[0] if first is None else first, url, within=first is not None)


def points_elsewhere(element: HtmlElement, url: str | None, within: bool = True) -> bool:
    """Whether `element` stands in a link to another page, or (`within`) holds one."""
    linked = [element, *element.iterancestors("a"), *(element.iter("a") if within else ())]
    return any(leads_elsewhere(one.get("href"), url) for one in linked if one.tag == "a")


def _update(block: Block, page: Metadata) -> Draft:
    heading = next((one for one in headings_of(block) if not points_elsewhere(one, page.url)), None)
    return item_of(block, heading, page, ArticleKind.LIVE_UPDATE)


def item_of(block: Block, heading: HtmlElement | None, page: Metadata, kind: ArticleKind) -> Draft:
    """A block read as an item under its `heading`: what it shows but pointers to other pages, times and signatures."""
    title = without_mark(_text_without_marks(heading)) if heading is not None else ""
    signed = _signers(block)
    lines = own_paragraphs(_shown(block, heading, page.url).split("\n"))
    bylines = [byline for line in (*lines[:2], *lines[-1:]) if (byline := read_byline(line))]
    ends = lines[-1:] if len(lines) > 1 and is_name(lines[-1]) else ()
    authors = signed or next((byline.authors for byline in bylines if byline.authors), ends)
    body = [without_mark(line) for line in lines if _is_told(line, authors)]
    if not title and len(body) > 1 and _is_bold(block, body[0]):
        title, *body = body
    return Draft(
        kind=kind,
        title=title,
        body="\n\n".join(body),
        byline=", ".join(authors) or None,
        authors=authors,
        published=published_of(elements_of(block)),
        language=page.language,
        outlet=page.outlet,
        url=page.url,
        particulars=of_neighbour(page.particulars),
    )


def headings_of(block: Block) -> list[HtmlElement]:
    """What could head the block: heading tags, then elements so named; none that says no more than a time."""
    elements = list(elements_of(block))
    named = [one for one in elements if one.tag in _HEADINGS]
    named += [one for one in elements if _TITLED.search(one.get("class", "")) or one.get("itemprop") == "headline"]
    return [one for one in named if 0 < length(_text_without_marks(one)) <= _TITLE_WORDS]


def _text_without_marks(element: HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        alone = isinstance(child.tag, str) and mark_of(child) is None
        pieces += [f" {_text_without_marks(child)} " if alone and child.tag not in _ASIDE else " ", child.tail or ""]
    text = tidy("".join(pieces))
    return "" if mark_of(element) and text == tidy(element.text or "") and without_mark(text) == text else text


def _shown(block: Block, heading: HtmlElement | None, url: str | None) -> str:
    """The visible text of a block without its heading, marks, captions and pointers to other pages."""
    skipped = {one for one in elements_of(block) if one is heading or _is_aside(one, url)}
    whole = fromstring("<div></div>")
    for element in block:
        if element not in skipped:
            whole.append(_copied(element, skipped))
    return visible_text(whole)


def _copied(element: HtmlElement, skipped: set[HtmlElement]) -> HtmlElement:
    """A copy of `element` without the `skipped` among what it holds; their tails stay."""
    at = [position for position, one in enumerate(element.iter()) if one in skipped]
    copy = deepcopy(element)
    copy.tail = None
    inside = list(copy.iter())
    for position in at:
        if inside[position].getparent() is not None:
            inside[position].drop_tree()
    return copy


def _is_aside(element: HtmlElement, url: str | None) -> bool:
    if element.tag in _ASIDE or names_signer(element) or is_related(element, url):
        return True
    return (
        len(element) == 0 and mark_of(element) is not None and without_mark(element.text or "") == (element.text or "")
    )


def _signers(block: Block) -> tuple[str, ...]:
    signed = (
        one
        for one in elements_of(block)
        if one.get("itemprop") == "author" or one.get("rel") == "author" or names_signer(one)
    )
    texts = (tidy(one.text_content())[:80] for one in signed)
    return next((names for text in texts if (names := clean_names(author_names(text)))), ())


def _is_told(line: str, authors: Sequence[str]) -> bool:
    return line not in authors and read_byline(line) is None


def _is_bold(block: Block, line: str) -> bool:
    """Whether `line` is bold all through: a heading by its looks."""
    bold = (one for one in elements_of(block) if one.tag in ("strong", "b"))
    return length(line) <= _TITLE_WORDS and any(without_mark(tidy(one.text_content())) == line for one in bold)
