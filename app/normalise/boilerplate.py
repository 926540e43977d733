"""Lines that an outlet prints with its articles, whatever they are about: known by their repetition across documents.

After Yi, Liu and Li, "Eliminating Noisy Information in Web Pages for Data Mining" (KDD 2003): what many pages of a site
have in common is the site's. What several reports of one matter have in common is not.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple, Protocol, Self, override

from app.model.naming import fold
from app.model.printed import PageLines, RememberedPage
from app.normalise.addresses import host_of
from app.normalise.matter import beside_the_matter
from app.normalise.words import is_closed, length

_PAGES = 3
_SHARE = 0.2
_LONG, _SENTENCE = 25, 8
_MOST_LINES = 200
_LONGEST_NAME = 200


class Pages(Protocol):
    """What normalising asks of whatever remembers earlier documents."""

    def of_outlet(self, outlets: Collection[str]) -> Sequence[RememberedPage]:
        """The latest pages of other documents whose publisher goes by one of these names."""
        ...


class NoPages(Pages):
    """A memory of nothing: every document is the first."""

    @override
    def of_outlet(self, outlets: Collection[str]) -> Sequence[RememberedPage]:
        return ()


NO_PAGES = NoPages()


class Sifted(NamedTuple):
    """Which of some lines are kept, by their places, and what to remember of the page."""

    kept: tuple[int, ...]
    page: PageLines | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher by its names, and who remembers its pages. Without a name nothing is known and nothing remembered."""

    names: tuple[str, ...] = ()
    pages: Pages = NO_PAGES

    def also(self, url: str | None, name: str | None) -> Self:
        """The same publisher, known by the host of `url` and by its own name too."""
        more = (host_of(url), fold(name or "")[:_LONGEST_NAME])
        return replace(self, names=tuple(dict.fromkeys((*self.names, *filter(None, more)))))

    def sift(self, lines: Sequence[str]) -> Sifted:
        """The lines of one page without the outlet's own.

        Remembered are the sentences beside the page's matter. Left out are those that were so on pages of three or more
        other articles and on a fifth of the pages that are remembered, and that are beside the matter here too: what is
        told again with each report of a matter stays, and so does what is a teaser elsewhere and the article here.
        Shorter lines next to them share their lot. Nothing is left out of a page that would then say nothing.
        """
        if not self.names:
            return Sifted(tuple(range(len(lines))), None)
        keys = [_key(line) for line in lines]
        beside = _beside(lines, "".join(self.names).replace(" ", ""))
        page = PageLines(self.names, _remembered([keys[at] for at in sorted(_with_short(lines, beside))]))
        recurring = _recurring(self.pages.of_outlet(self.names)) if beside else frozenset()
        left = _with_short(lines, {at for at in beside if keys[at] in recurring})
        left = {at for at in left if keys[at] in recurring}
        says = any(_is_sentence(line) for at, line in enumerate(lines) if at not in left)
        return Sifted(tuple(at for at in range(len(lines)) if not says or at not in left), page)


UNKNOWN = Outlet()
"""The publisher of a page that does not say whose it is."""


def _recurring(pages: Sequence[RememberedPage]) -> frozenset[int]:
    """The lines that pages of enough articles have in common."""
    by_article: dict[object, set[int]] = {}
    for page in pages:
        by_article.setdefault(page.article, set()).update(page.lines)
    counts = Counter(line for lines in by_article.values() for line in lines)
    enough = max(_PAGES, _SHARE * len(by_article))
    return frozenset(line for line, count in counts.items() if count >= enough)


def _beside(lines: Sequence[str], publisher: str) -> set[int]:
    """Where the sentences stand that speak of something else than the page."""
    places = [at for at, line in enumerate(lines) if _is_sentence(line)]
    beside = beside_the_matter([lines[at] for at in places], publisher)
    return {at for at, is_beside in zip(places, beside, strict=True) if is_beside}


def _with_short(lines: Sequence[str], places: Collection[int]) -> set[int]:
    """These places, and those of short lines next to them."""
    near = {at + step for at in places for step in (-1, 1)}
    return {*places, *(at for at in near if 0 <= at < len(lines) and not _is_sentence(lines[at]))}


def _is_sentence(line: str) -> bool:
    words = length(line)
    return words >= _LONG or (words >= _SENTENCE and is_closed(line))


def _remembered(keys: Sequence[int]) -> tuple[int, ...]:
    """Of very many the first and the last, where a site's own lines stand."""
    found = tuple(dict.fromkeys(keys))
    half = _MOST_LINES // 2
    return found if len(found) <= _MOST_LINES else (*found[:half], *found[-half:])


def _key(line: str) -> int:
    """A line's letters and digits as a signed 64-bit number."""
    said = "".join(filter(str.isalnum, line.casefold())) or line
    return int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), signed=True)
