"""Publishers that need a word of their own: what the general way would miss on their pages, declared and no more.

Nothing depends on it: a publisher without a declaration is read by the cascade alone. To add one, write a `Site` in a
module of this package, add it to `SITES`, and give it a page of its shape, in invented words, among the tests.
"""

from collections.abc import Sequence

from app.normalise.addresses import host_of
from app.normalise.sites.deutsche_welle import DEUTSCHE_WELLE
from app.normalise.sites.site import Site
from app.normalise.sites.vnexpress import VNEXPRESS

__all__ = ["SITES", "Site", "site_of"]

SITES: tuple[Site, ...] = (DEUTSCHE_WELLE, VNEXPRESS)
"""All that is declared: few, for the general way is nearly always enough."""


def site_of(url: str | None, sites: Sequence[Site] = SITES) -> Site | None:
    """The declaration for the host of `url` or a parent of it; None where there is none."""
    host = host_of(url)
    return next((site for site in sites if any(f".{host}".endswith(f".{own}") for own in site.hosts)), None)
