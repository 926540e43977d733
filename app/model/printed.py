"""What an outlet prints on its pages beside its articles, as far as it is remembered."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of an article's page that could be its text but speak of something else, as signed 64-bit hashes in
    page order.

    `outlets`: what the publisher goes by, such as its host and its folded name; never empty.
    """

    outlets: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RememberedPage:
    """Those lines of an earlier page. `article` is one for all versions and copies of an article, and for all pages at
    one address."""

    article: UUID
    lines: frozenset[int]
