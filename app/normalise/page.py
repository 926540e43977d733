"""An HTML page made into its items: one article, or the lead and the parts of a live blog or newsletter."""

from collections.abc import Sequence

from app.model.article import ArticleKind
from app.normalise.body import own_paragraphs, page_paragraphs, without_header, without_title
from app.normalise.boilerplate import UNKNOWN, Outlet
from app.normalise.cards import topic_cards
from app.normalise.copied import Copied
from app.normalise.draft import Draft
from app.normalise.dump import split_dump
from app.normalise.jsonld import Node, article_nodes, text_of, texts_of, updates_of
from app.normalise.links import pointers
from app.normalise.liveblog import shown_updates
from app.normalise.metadata import Metadata, clean_names, metadata_of, stated_address
from app.normalise.newsletter import issue_of
from app.normalise.particulars import of_update
from app.normalise.shown import shown_of
from app.normalise.sites import SITES, Site, site_of
from app.normalise.stated_time import stated_time
from app.normalise.subject import Subject
from app.normalise.visible import parsed, visible_text
from app.normalise.words import breaks_off, tidy

_ENOUGH = 200


def split_page(
    content: str, outlet: Outlet = UNKNOWN, sites: Sequence[Site] = SITES, url: str | None = None
) -> tuple[Draft, ...]:
    """The items of an HTML page: the article, and the updates of a live blog, which the article holds as the page does,
    or what a newsletter is made of. Where no main
    text is found the visible text is split as a dump is. What `outlet` is known to print with any article is left out;
    `sites` are the publishers that something is declared of, known by `url` or by the address that the page states.
    """
    tree = parsed(content)
    if tree is None:
        return split_dump(content, outlet)
    site = site_of(url, sites) or site_of(stated_address(tree), sites)
    if site is not None:
        site.prune(tree)
    subject = Subject.of(tree, url)
    nodes = subject.own(article_nodes(tree))
    stated_here = metadata_of(tree, subject, nodes, site.declared(tree) if site else None)
    outlet = outlet.also(stated_here.url, stated_here.outlet)
    copied = Copied(tree, outlet)
    metadata = copied.signed(stated_here)
    stated = [_update(update, metadata) for update in updates_of(nodes)]
    told = [update for update in stated if update.body or update.title]
    updates = shown_of(told, copied.text) if told else shown_updates(tree, metadata)
    elsewhere = pointers(tree, metadata.url)
    paragraphs = tuple(paragraph for paragraph in page_paragraphs(tree, nodes) if paragraph not in elsewhere)
    if updates:
        return (_article(metadata, _headed(paragraphs, updates), outlet), *updates)
    if issue := issue_of(tree, metadata, paragraphs):
        return (_article(metadata, issue.lead, outlet), *issue.items)
    if not nodes and (entries := topic_cards(tree, metadata) or copied.headlines(metadata)):
        return entries
    if sum(map(len, paragraphs)) >= _ENOUGH:
        return (_article(metadata, paragraphs, outlet),)
    bare = (_article(metadata, paragraphs, outlet),) if paragraphs or metadata.title else ()
    return copied.items(metadata) or bare


def fragment_paragraphs(content: str) -> tuple[str, ...]:
    """The paragraphs of an HTML fragment, such as a feed entry's content: all of it but chrome lines."""
    tree = parsed(f"<div>{content}</div>")
    return own_paragraphs(visible_text(tree).split("\n")) if tree is not None else ()


def _headed(paragraphs: Sequence[str], updates: Sequence[Draft]) -> Sequence[str]:
    """The text of a live page under the heading of the update that it begins with, which a text by itself would not
    hold, where it holds those of others."""
    titles = {update.title for update in updates if update.title}
    if titles.isdisjoint(paragraphs):
        return paragraphs
    title = next((update.title for update in updates if update.body.startswith(paragraphs[0])), "")
    return paragraphs if not title or title in paragraphs else (title, *paragraphs)


def _article(metadata: Metadata, paragraphs: Sequence[str], outlet: Outlet) -> Draft:
    title = metadata.title or ""
    told = without_header(without_title(paragraphs, title))
    kept, page_lines = outlet.sift(told)
    body = [told[at] for at in kept]
    return Draft(
        kind=ArticleKind.ARTICLE,
        title=title,
        body="\n\n".join(body),
        byline=metadata.byline,
        authors=metadata.authors,
        published=metadata.published,
        language=metadata.language,
        outlet=metadata.outlet,
        url=metadata.url,
        particulars=metadata.particulars,
        truncated=bool(body) and breaks_off(body[-1]),
        page_lines=page_lines,
    )


def _update(node: Node, page: Metadata) -> Draft:
    authors = clean_names(texts_of(node.get("author")))
    when = text_of(node.get("datePublished")) or text_of(node.get("dateModified"))
    body = node.get("articleBody")
    return Draft(
        kind=ArticleKind.LIVE_UPDATE,
        title=tidy(text_of(node.get("headline")) or ""),
        body="\n\n".join(fragment_paragraphs(body)) if isinstance(body, str) else "",
        byline=", ".join(authors) or None,
        authors=authors,
        published=stated_time(when, "json-ld:datePublished") if when else None,
        language=page.language,
        outlet=page.outlet,
        url=text_of(node.get("url")) or page.url,
        particulars=of_update(node, page.particulars),
    )
