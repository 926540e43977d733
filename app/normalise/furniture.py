"""Which elements of a page hold what is not its article, by their tags and by what their attributes call them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from app.normalise.blocks import Span
from app.normalise.tables import rows

_TAGS = frozenset(("aside", "figure", "figcaption", "footer", "form", "label", "menu", "table", "time"))
_NEVER = frozenset(("html", "body"))
_MOST = 0.35
_TOLD = 100
_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def furniture(spans: Sequence[Span], prose: Sequence[int]) -> tuple[Span, ...]:
    """The elements whose text is not the article's: asides, captions, forms, tables, and what is named so.

    `prose` holds the sums of the words of prose before each block. An element that holds more than a third of the
    page's prose is never such, nor is a name whose elements together do: sites name even their articles "with-sidebar".
    But what readers wrote is, however much it is, where a hundred words are told between the heading and them.
    """
    named = [span for span in spans if span.tag not in _NEVER and is_furniture(span.names)]
    tagged = [span for span in spans if span.tag in _TAGS]
    shares: Counter[tuple[str, str]] = Counter()
    for span in named:
        shares[span.tag, span.names] += prose[span.end] - prose[span.start]
    most = _MOST * prose[-1]
    told = [span for span in named if shares[span.tag, span.names] > most]
    readers = _below_article([span for span in told if names_readers(span.names)], spans, prose)
    return (
        *(span for span in named if shares[span.tag, span.names] <= most),
        *readers,
        *(span for span in tagged if prose[span.end] - prose[span.start] <= most),
    )


def _below_article(told: Sequence[Span], spans: Sequence[Span], prose: Sequence[int]) -> Iterator[Span]:
    """Those of the `told` elements above which an article stands: enough prose since the last heading of the page."""
    headings = sorted(span.end for span in spans if span.tag == "h1")
    for span in told:
        above = bisect_right(headings, span.start)
        if above and prose[span.start] - prose[headings[above - 1]] >= _TOLD:
            yield span


@lru_cache(maxsize=50_000)
def is_furniture(names: str) -> bool:
    """Whether class, id or role name something that is not the article. Names with a colon or bracket only say how an
    element looks on some screen."""
    names = " ".join(name for name in names.split() if ":" not in name and "[" not in name)
    if not names:
        return False
    return not _named(names).isdisjoint(_words("word", "readers")) or _parts().search(names.lower()) is not None


@lru_cache(maxsize=50_000)
def names_readers(names: str) -> bool:
    """Whether class, id or type name what readers wrote."""
    return not _named(names).isdisjoint(_words("readers"))


@lru_cache(maxsize=50_000)
def names_others(names: str) -> bool:
    """Whether class or id name what holds other stories than the page's: teasers, tickers, lists of the most read."""
    return not _named(names).isdisjoint(_words("others"))


def _named(names: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(_CAMEL.sub(" ", names))}


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(word for kind, word in rows("furniture.tsv") if kind in kinds)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for kind, word in rows("furniture.tsv") if kind == "part"))
