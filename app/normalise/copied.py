"""What a page's visible text adds to what its mark-up says: it is read as a crude copy of it would be."""

from dataclasses import replace
from functools import cached_property

from lxml.html import HtmlElement

from app.model.article import ArticleKind
from app.normalise.body import without_title
from app.normalise.boilerplate import Outlet
from app.normalise.draft import Draft
from app.normalise.dump import split_dump
from app.normalise.metadata import Metadata
from app.normalise.particulars import of_neighbour
from app.normalise.visible import visible_text


class Copied:
    """A page as a dump shows it, made where it is asked for, and once."""

    def __init__(self, tree: HtmlElement, outlet: Outlet) -> None:
        self._tree = tree
        self._outlet = outlet

    @cached_property
    def text(self) -> str:
        return visible_text(self._tree)

    @cached_property
    def _items(self) -> tuple[Draft, ...]:
        return split_dump(self.text, self._outlet)

    def signed(self, metadata: Metadata) -> Metadata:
        """The last step of the cascade: time and authors as the text prints them, where nothing states them."""
        if metadata.published and metadata.authors:
            return metadata
        articles = (item for item in self._items if item.kind is ArticleKind.ARTICLE)
        lead = next(articles, Draft(kind=ArticleKind.ARTICLE))
        return replace(
            metadata,
            published=metadata.published or lead.published,
            authors=metadata.authors or lead.authors,
            byline=metadata.byline or lead.byline,
        )

    def items(self, metadata: Metadata) -> tuple[Draft, ...]:
        """The items of the text; what the page states about its article is added to that one."""
        lead = next((item for item in self._items if item.kind is ArticleKind.ARTICLE), None)
        return tuple(_completed(item, metadata, item is lead) for item in self._items)

    def headlines(self, metadata: Metadata) -> tuple[Draft, ...]:
        """The items of a page that is signed and dated by nobody, where its text is a run of headlines and teasers."""
        if metadata.published or metadata.authors:
            return ()
        items = self.items(metadata)
        return items if any(item.kind is ArticleKind.TOPIC_ENTRY for item in items) else ()


def _completed(item: Draft, metadata: Metadata, lead: bool) -> Draft:
    if not lead:
        return replace(item, outlet=metadata.outlet, particulars=of_neighbour(metadata.particulars))
    title = metadata.title or item.title
    return replace(
        item,
        title=title,
        body="\n\n".join(without_title(item.body.split("\n\n"), title)),
        authors=metadata.authors or item.authors,
        byline=metadata.byline or item.byline,
        published=metadata.published or item.published,
        language=metadata.language,
        outlet=metadata.outlet,
        url=metadata.url,
        particulars=metadata.particulars,
    )
