"""Topic pages: runs of cards, each a headline that leads to its story and the first words of it."""

from lxml.html import HtmlElement

from app.model.article import ArticleKind
from app.normalise.draft import Draft
from app.normalise.liveblog import headings_of, item_of, points_elsewhere
from app.normalise.metadata import Metadata
from app.normalise.repeats import pointing_blocks


def topic_cards(tree: HtmlElement, page: Metadata) -> tuple[Draft, ...]:
    """The entries of a topic page in page order; empty where a tenth of the page's prose stands outside its cards, as
    an article does among those of related stories."""
    blocks = pointing_blocks(tree, lambda heading: points_elsewhere(heading, page.url))
    return tuple(item_of(block, headings_of(block)[0], page, ArticleKind.TOPIC_ENTRY) for block in blocks)
