"""Parts in, clean dated articles out: chrome, splitting, titles, bylines, times, languages."""

from collections.abc import Sequence

from app.model.article import Article
from app.model.document import Document, Part
from app.model.errors import QuotewireError, TooLarge, Unreadable
from app.normalise.assemble import articles_of
from app.normalise.boilerplate import NO_PAGES, Pages
from app.normalise.sites import SITES, Site

_NOTHING = "No news item was found in the document: send a page, a text or a feed with news in it."

__all__ = ["NO_PAGES", "Pages", "normalise"]


def normalise(
    document: Document, parts: Sequence[Part], pages: Pages = NO_PAGES, sites: Sequence[Site] = SITES
) -> tuple[Article, ...]:
    """The news items of a document, in page order. `pages` remembers what the outlets printed in other documents;
    `sites` are the publishers of which something is declared.

    A part that yields no item is passed over. Where no part yields one, raises TooLarge if one is nested too deep to be
    read, else Unreadable.
    """
    articles: list[Article] = []
    why: QuotewireError = Unreadable(_NOTHING)
    for part in parts:
        try:
            articles += articles_of(document, part, pages, sites)
        except TooLarge as error:
            why = error
    if not articles:
        raise why
    return tuple(articles)
