"""Publishers that need a word of their own: what the general way would miss on their pages, declared and no more.

Nothing depends on it: a publisher without a declaration is read by the cascade alone. To add one, write a `Site` in a
module of this package, add it to `SITES`, and give it a page of its shape, in invented words, among the tests.
"""

from collections.abc import Sequence

from app.normalise.addresses import host_of
from app.normalise.sites.site import Site

__all__ = ["SITES", "Site", "site_of"]

SITES: tuple[Site, ...] = ()
"""All that is declared. So far the general way has been enough."""


def site_of(url: str | None, sites: Sequence[Site] = SITES) -> Site | None:
    """The declaration for the host of `url` or a parent of it; None where there is none."""
    host = host_of(url)
    return next((site for site in sites if any(f".{host}".endswith(f".{own}") for own in site.hosts)), None)
