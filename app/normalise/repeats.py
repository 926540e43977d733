"""Repeated blocks in a page: runs of like elements, each with a time mark and prose of its own.

In the spirit of mining data records (Liu, Grossman and Zhai, "Mining Data Records in Web Pages", KDD 2003): what a
template made again and again stands in siblings or cousins of like structure. Likeness here is depth, tag and one
class in common, which costs one pass; the time marks say which of the likenesses matters.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement

from app.model.article import Published
from app.normalise.marks import mark_of, published_of
from app.normalise.prose import is_others, prose_of

type Block = tuple[HtmlElement, ...]
"""The elements of one update: one that holds it all, or a mark and what follows it."""

_FEW = 3
_SAYS = 8
_TEASES = 4
_TOLD = 0.5
_SHARE = 0.5
_NEARLY = 0.9
_IN_ORDER = 0.7
_MOST_LIKENESSES = 50
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LEADS = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "time", "span", "strong", "b", "dt", "hr"))
_DIGITS = re.compile(r"[\d-]*\d[\da-f-]*$")


def timed_blocks(tree: HtmlElement) -> tuple[Block, ...]:
    """The page's updates in page order: at least three like blocks that hold half of its prose, most of them with
    eight words or more, at times that run one way.

    Empty where the page has none: lists of links, comments, and the timeline within an article are no updates. Nor are
    the passages of one flat text under bare clock times: an article may be written so.
    """
    alike = _alike(tree, mark_of)
    if not alike:
        return ()
    prose = prose_of(tree)
    runs = [_run(elements, prose) for elements in alike]
    told = [run for run in runs if _is_told(run, prose)]
    best = max((_words(run, prose) for run in told), default=0)
    if not best or best < _SHARE * prose[tree]:
        return ()
    ample = [run for run in told if _words(run, prose) >= _NEARLY * best]
    return next(filter(_is_of_updates, sorted(ample, key=_finest, reverse=True)), ())


def pointing_blocks(tree: HtmlElement, points: Callable[[HtmlElement], bool]) -> tuple[Block, ...]:
    """At least three like elements that each hold one heading that `points` elsewhere, nearly all with a few words of
    their own; together nearly all the prose of the page. Empty where the page has no such run."""
    alike = _alike(tree, lambda element: element.tag in _HEADINGS and points(element))
    prose = prose_of(tree) if alike else {}
    runs = [tuple((one,) for one in elements) for elements in alike if elements[0].tag not in _LEADS]
    ample = [run for run in runs if _words(run, prose) >= _NEARLY * prose[tree] and _is_of_teasers(run, prose)]
    return max(ample, key=_finest, default=())


def _is_of_teasers(run: Sequence[Block], prose: dict[HtmlElement, int]) -> bool:
    told = sum(prose[element] >= _TEASES for (element,) in run)
    headed = sum(element.tag in _HEADINGS for block in run for element in elements_of(block))
    return told >= max(_FEW, _NEARLY * len(run)) and headed == len(run)


def elements_of(block: Block) -> Iterator[HtmlElement]:
    """All elements of a block, in page order."""
    return (element for top in block for element in top.iter() if isinstance(element.tag, str))


def _alike(tree: HtmlElement, leads: Callable[[HtmlElement], object]) -> list[Sequence[HtmlElement]]:
    """The elements that hold one that `leads`, by likeness, in page order: each set of them once, and of very many
    likenesses those of most elements."""
    groups: defaultdict[tuple[int, str, str], list[HtmlElement]] = defaultdict(list)
    seen: set[HtmlElement] = set()
    leading = [element for element in tree.iter(etree.Element) if leads(element)]
    for mark in leading if len(leading) >= _FEW else ():
        chain = [mark, *mark.iterancestors()]
        if any(map(is_others, chain)):
            continue
        for above, element in enumerate(chain[:-1]):
            if element in seen:
                break
            seen.add(element)
            for name in _names(element):
                groups[len(chain) - above, str(element.tag), name].append(element)
    distinct = dict.fromkeys(tuple(group) for group in groups.values() if len(group) >= _FEW)
    return list(distinct) if len(distinct) <= _MOST_LIKENESSES else nlargest(_MOST_LIKENESSES, distinct, key=len)


def _names(element: HtmlElement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(element.get("class", "").split())) or (_DIGITS.sub("", element.get("id", "")),)


def _run(elements: Sequence[HtmlElement], prose: dict[HtmlElement, int]) -> tuple[Block, ...]:
    """Each element a block; with what follows it up to the next where it only leads an update."""
    leads = elements[0].tag in _LEADS or sum(prose[one] >= _SAYS for one in elements) < _TOLD * len(elements)
    if not leads or any(one.getparent() is not elements[0].getparent() for one in elements):
        return tuple((one,) for one in elements)
    own = set(elements)
    blocks = [(one, *_following(one, own)) for one in elements]
    kinds = {element.tag for block in blocks[:-1] for element in block[1:]}
    last = next((at for at, one in enumerate(blocks[-1][1:], 1) if one.tag not in kinds), None)
    return (*blocks[:-1], blocks[-1][:last])


def _following(element: HtmlElement, stops: set[HtmlElement]) -> Iterator[HtmlElement]:
    for sibling in element.itersiblings():
        if sibling in stops:
            return
        if isinstance(sibling.tag, str):
            yield sibling


def _words(run: Sequence[Block], prose: dict[HtmlElement, int]) -> int:
    return sum(prose[element] for block in run for element in block)


def _is_told(run: Sequence[Block], prose: dict[HtmlElement, int]) -> bool:
    told = sum(sum(prose[element] for element in block) >= _SAYS for block in run)
    return told >= max(_FEW, _TOLD * len(run))


def _is_of_updates(run: Sequence[Block]) -> bool:
    times = [time for block in run if (time := published_of(elements_of(block)))]
    flat = any(len(block) > 1 for block in run)
    return not _holds_heading(run) and _in_order(times) and not (flat and any(time.clock for time in times))


def _holds_heading(run: Sequence[Block]) -> bool:
    """Whether a block holds a heading of the page: it is an article among what stands beside it, not one's update."""
    return any(element.tag == "h1" for block in run for element in elements_of(block))


def _in_order(times: Sequence[Published]) -> bool:
    """Whether the times run one way, as those of comments sorted by liking do not."""
    steps = [(_key(later) > _key(earlier)) - (_key(later) < _key(earlier)) for earlier, later in pairwise(times)]
    return len(times) >= _FEW and max(steps.count(1), steps.count(-1)) >= _IN_ORDER * (len(steps) - 1)


def _key(time: Published) -> str:
    return str(time.instant or time.local or time.clock)


def _finest(run: Sequence[Block]) -> tuple[int, int]:
    """By what a run is preferred: the number of its blocks, then how far outside they stand."""
    return len(run), -_depth(run[0][0])


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())
