"""One part's items made articles: what the container states wins, then what the page says, then what the text shows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.model.article import Article, ArticleKind, Published
from app.model.document import Document, Part, PartForm, Stated
from app.normalise.addresses import day_in, home_of, is_web, without_tracking
from app.normalise.authors import without_by
from app.normalise.body import own_paragraphs, without_title
from app.normalise.boilerplate import Outlet, Pages
from app.normalise.credits import Credits
from app.normalise.draft import Draft
from app.normalise.dump import split_dump
from app.normalise.language import language_of, language_of_tag
from app.normalise.metadata import clean_names
from app.normalise.origins import origins_of
from app.normalise.page import fragment_paragraphs, split_page
from app.normalise.particulars import tags_of
from app.normalise.passages import held_by
from app.normalise.sites import Site
from app.normalise.stated_time import stated_time
from app.normalise.words import breaks_off, tidy

_WHOLE_PAGE = re.compile(r"<(?:html|body|head)[\s>]", re.I)
_HEAD = 10_000
_STATED = ("title", "authors", "language", "outlet", "outlet_url", "section", "tags", "paywalled")


def articles_of(document: Document, part: Part, pages: Pages, sites: Sequence[Site]) -> tuple[Article, ...]:
    """The articles of one part. `pages` remembers what its outlet printed elsewhere; `sites` are the publishers that
    something is declared of."""
    url = part.url or document.url
    outlet = Outlet(pages=pages).also(url, document.outlet or (part.stated.outlet if part.stated else None))
    drafts = _drafts(part, outlet, sites, url)
    return _told_once([_article(draft, document, part) for draft in drafts if draft.title or draft.body])


def _told_once(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with the passages marked in that of a live page which its updates hold."""
    updates = [article for article in articles if article.kind is ArticleKind.LIVE_UPDATE]
    return tuple(
        replace(article, elsewhere=held_by(updates, article))
        if updates and article.kind is ArticleKind.ARTICLE
        else article
        for article in articles
    )


def _drafts(part: Part, outlet: Outlet, sites: Sequence[Site], url: str | None) -> Sequence[Draft]:
    whole_page = part.form is PartForm.HTML and _WHOLE_PAGE.search(part.content[:_HEAD]) is not None
    if part.stated and part.stated.title and not whole_page:
        return (_stated_item(part, part.stated.title, outlet),)
    if part.form is PartForm.HTML:
        return split_page(part.content, outlet, sites, url)
    return split_dump(part.content, outlet, url)


def _stated_item(part: Part, title: str, outlet: Outlet) -> Draft:
    """An item whose container has named it: all its text is its body."""
    is_html = part.form is PartForm.HTML
    paragraphs = fragment_paragraphs(part.content) if is_html else own_paragraphs(part.content.split("\n"))
    told = without_title(paragraphs, tidy(title))
    kept, page_lines = outlet.sift(told)
    body = [told[at] for at in kept]
    return Draft(
        kind=ArticleKind.ARTICLE,
        title=tidy(title),
        body="\n\n".join(body),
        truncated=bool(body) and breaks_off(body[-1]),
        page_lines=page_lines,
    )


def _article(draft: Draft, document: Document, part: Part) -> Article:
    stated = (part.stated or Stated()) if draft.kind is ArticleKind.ARTICLE else Stated()
    page = draft.particulars
    title = tidy(stated.title or "") or draft.title
    told = language_of(f"{title}\n{draft.body}")
    url = draft.url or part.url  # never the document's, which is that of all its parts
    published = _time(stated.published) or draft.published
    home = next((one for one in (stated.outlet_url, page.outlet_url) if one and is_web(one)), None)
    outlet = document.outlet or (part.stated.outlet if part.stated else None) or draft.outlet
    signs = Credits.of((*stated.authors, draft.byline or "", *page.credits), draft.body)
    article = Article(
        kind=draft.kind,
        title=title,
        body=draft.body,
        byline=", ".join(map(without_by, stated.authors)) or draft.byline,
        authors=clean_names(stated.authors) or draft.authors,
        published=published or (day_in(url) if draft.kind is ArticleKind.ARTICLE else None),
        modified=_time(stated.modified) or page.modified,
        language=told or language_of_tag(stated.language) or draft.language,
        truncated=draft.truncated or part.partial,
        paywalled=page.paywalled if stated.paywalled is None else stated.paywalled,
        url=without_tracking(url) if url else None,
        outlet=outlet,
        outlet_url=home or home_of(url or document.url),
        section=tidy(stated.section or "") or page.section,
        tags=tags_of(stated.tags) or page.tags,
        agencies=signs.agencies,
        dateline=signs.dateline,
        written_in=signs.places,
        page_lines=draft.page_lines,
    )
    heard = told is not None and told not in (draft.language, language_of_tag(stated.language))
    return replace(article, origins=origins_of(article, _origins(draft, document, part, heard)))


def _origins(draft: Draft, document: Document, part: Part, heard: bool) -> dict[str, str]:
    """Where fields came from that were not read from the text; the surest place last, for it wins.

    `heard`: the language is the text's own, and nobody says the same.
    """
    page = draft.particulars.origins
    stated = part.stated or Stated()
    whole = draft.kind is ArticleKind.ARTICLE
    own = [field for field in _STATED if getattr(stated, field) not in (None, ()) and (whole or field == "outlet")]
    return {
        **({} if draft.url else {"url": "stated" if part.url and part.url != document.url else "submitted"}),
        "outlet_url": "url",
        **page,
        **dict.fromkeys(own, "stated"),
        **({"byline": "stated"} if whole and stated.authors else {}),
        **({"language": "text"} if heard else {}),
        **({"outlet": "submitted"} if document.outlet else {}),
    }


def _time(stated: str | None) -> Published | None:
    return stated_time(stated, "stated") if stated else None
