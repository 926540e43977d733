"""Sources: feeds that are looked at on a schedule."""

from enum import StrEnum

SHORTEST_INTERVAL = 300
"""A feed is looked at no more often than this, in seconds."""

LONGEST_INTERVAL = 604_800
"""Nor less often than this: a week."""


class Entries(StrEnum):
    """What becomes of a feed's new entries.

    FEED: the feed as it was fetched is the document, and its entries are read as they stand there.
    PAGES: the page that each new entry links to is fetched, and is a document of its own; it is asked for again when
    the entry's title, text or date changes.
    """

    FEED = "feed"
    PAGES = "pages"
