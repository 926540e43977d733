"""Which blocks of a page are its article: the element with the most prose and the least page, freed of the rest."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml.html import HtmlElement

from app.normalise.blocks import Block, Span, blocks_of
from app.normalise.chrome import heads_comments, is_chrome, is_credit
from app.normalise.furniture import furniture
from app.normalise.quotations import quoting_figures
from app.normalise.told import Told
from app.normalise.words import is_closed, length, letters

# Words that a block speaks for (prose) or against an element that holds it. Set by us on news pages.
_PROSE_AT_MOST = 100
_LINK, _SHORT, _ASIDE = -6, -4, -3
_MARKED = 1.3
_SENTENCE, _LONG = 8, 25
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))
_TEXTS = frozenset(("p", "li", "blockquote", "dd", "pre")) | _HEADINGS
_HALF = 0.5
_AGREED = 0.7
_TOLD = 200
_SUMMARY = 30


class Evidence(NamedTuple):
    """What the page's metadata say of its text: its descriptions, and the whole text where JSON-LD holds it."""

    descriptions: tuple[str, ...] = ()
    told: str = ""


class _Page(NamedTuple):
    """The page's blocks, the words of prose in each, and which of them stand in furniture."""

    blocks: Sequence[Block]
    prose: Sequence[int]
    aside: Sequence[bool]


def main_text(tree: HtmlElement, evidence: Evidence) -> tuple[str, ...]:
    """The article's paragraphs, subheadings and list items in order; empty where no block is prose.

    Left out are captions, chrome, link lists, headings with nothing under them, comments, and prose that the text in
    the page's JSON-LD does not know, where the two agree for the most part. A summary that the page shows above its
    text and repeats in its description comes first.
    """
    blocks, spans = blocks_of(tree)
    page = _judged(blocks, spans)
    start, end = _region(page, spans)
    found = [at for at in range(start, end) if page.prose[at] and not page.aside[at]]
    body = [at for at in found if blocks[at].tag != "li"] or found
    if not body:
        return ()
    first, last = _first(page, body[0], start), _last(page, body)
    kept = [at for at in range(first, min(last + 2, end)) if _belongs(page, at, last)]
    kept = _agreed(page, kept, Told.of([evidence.told]))
    kept = [at for place, at in enumerate(kept) if not _empty_heading(page, kept, place)]
    return tuple(blocks[at].text for at in (*_summary(page, kept, body[0], evidence.descriptions), *kept))


def _judged(blocks: Sequence[Block], spans: Sequence[Span]) -> _Page:
    prose = [_prose(block) for block in blocks]
    aside = bytearray(len(blocks))
    quoting = quoting_figures(blocks, spans)
    for span in furniture([span for span in spans if span not in quoting], [0, *accumulate(prose)]):
        aside[span.start : span.end] = b"\x01" * (span.end - span.start)
    return _Page(blocks, prose, [bool(one) for one in aside])


def _prose(block: Block) -> int:
    words = length(block.text)
    told = not _is_link(block) and (words >= _LONG or (words >= _SENTENCE and is_closed(block.text)))
    return min(words, _PROSE_AT_MOST) if told else 0


def _is_link(block: Block) -> bool:
    return block.linked > _HALF * len(block.text)


def _region(page: _Page, spans: Sequence[Span]) -> tuple[int, int]:
    """The blocks of the element that most prose and least else speaks for; of two alike the smaller."""
    sums = [0, *accumulate(_weight(*judged) for judged in zip(*page, strict=True))]

    def worth(span: Span) -> tuple[float, int]:
        bonus = _MARKED if "articlebody" in span.names.lower() else 1
        return (sums[span.end] - sums[span.start]) * bonus, span.start - span.end

    best = max(spans, key=worth, default=None)
    return (best.start, best.end) if best else (0, 0)


def _weight(block: Block, prose: int, aside: bool) -> int:
    if aside:
        return _ASIDE
    return prose or (_LINK if _is_link(block) else _SHORT)


def _first(page: _Page, at: int, start: int) -> int:
    """Where the text begins: with the short sentences that lead to its first prose."""
    while (
        at > start and not page.aside[at - 1] and page.blocks[at - 1].tag == "p" and _is_sentence(page.blocks[at - 1])
    ):
        at -= 1
    return at


def _last(page: _Page, body: Sequence[int]) -> int:
    """Where the text ends: before its readers speak, where most of it is said by then."""
    half = body[len(body) // 2]
    comments = (at for at in range(half, body[-1]) if heads_comments(page.blocks[at].text))
    end = next(comments, None)
    return body[-1] if end is None else end - 1


def _belongs(page: _Page, at: int, last: int) -> bool:
    block = page.blocks[at]
    if page.aside[at] or is_chrome(block.text) or is_credit(block.text):
        return False
    if page.prose[at]:
        return at <= last
    if at > last or _is_link(block):
        return block.tag == "p" and _is_sentence(block) and not (at > last and _is_link(block))
    return block.tag != "h1" if block.tag in _TEXTS else _is_sentence(block)


def _is_sentence(block: Block) -> bool:
    return is_closed(block.text) and length(block.text) >= (_SENTENCE if _is_link(block) else 4)


def _agreed(page: _Page, kept: Sequence[int], told: Told) -> list[int]:
    """`kept` without the prose that is not in `told`, where that tells most of it."""
    if told.size < _TOLD:
        return list(kept)
    known = {at for at in kept if page.prose[at] and told.holds(page.blocks[at].text)}
    agreed = sum(page.prose[at] for at in known) > _AGREED * sum(page.prose[at] for at in kept)
    return [at for at in kept if at in known or not page.prose[at] or _is_heading(page, at)] if agreed else list(kept)


def _empty_heading(page: _Page, kept: Sequence[int], place: int) -> bool:
    """Whether a heading opens the text or is followed by another heading or by nothing."""
    if not _is_heading(page, kept[place]) or page.prose[kept[place]] >= _LONG:
        return False
    return place == 0 or place + 1 == len(kept) or _is_heading(page, kept[place + 1])


def _is_heading(page: _Page, at: int) -> bool:
    return page.blocks[at].tag in _HEADINGS


def _summary(page: _Page, kept: Sequence[int], before: int, descriptions: Collection[str]) -> tuple[int, ...]:
    """The block above the text that the page's description repeats, unless the text holds it."""
    keys = [key for text in descriptions if len(key := letters(text)) >= _SUMMARY]
    if not keys or any(_is_same(page.blocks[at].text, keys) for at in kept):
        return ()
    return tuple(at for at in range(before) if _is_same(page.blocks[at].text, keys))[:1]


def _is_same(text: str, keys: Collection[str]) -> bool:
    if len(text) < min(map(len, keys)):
        return False
    key = letters(text)
    return any(one in key and len(one) >= _AGREED * len(key) for one in keys)
