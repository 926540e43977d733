"""One part's items made articles: what the container states wins, then what the page says, then what the text shows."""

import re
from collections.abc import Sequence

from app.model.article import Article, ArticleKind
from app.model.document import Document, Part, PartForm, Stated
from app.normalise.body import own_paragraphs, without_title
from app.normalise.bylines import without_by
from app.normalise.draft import Draft
from app.normalise.dump import split_dump
from app.normalise.language import language_of, language_of_tag
from app.normalise.metadata import clean_names
from app.normalise.page import fragment_paragraphs, split_page
from app.normalise.stated_time import stated_time
from app.normalise.words import breaks_off, tidy

_WHOLE_PAGE = re.compile(r"<(?:html|body|head)[\s>]", re.I)
_HEAD = 10_000


def articles_of(document: Document, part: Part) -> tuple[Article, ...]:
    """The articles of one part."""
    return tuple(_article(draft, document, part) for draft in _drafts(part) if draft.title or draft.body)


def _drafts(part: Part) -> Sequence[Draft]:
    whole_page = part.form is PartForm.HTML and _WHOLE_PAGE.search(part.content[:_HEAD]) is not None
    if part.stated and part.stated.title and not whole_page:
        return (_stated_item(part, part.stated.title),)
    return split_page(part.content) if part.form is PartForm.HTML else split_dump(part.content)


def _stated_item(part: Part, title: str) -> Draft:
    """An item whose container has named it: all its text is its body."""
    is_html = part.form is PartForm.HTML
    paragraphs = fragment_paragraphs(part.content) if is_html else own_paragraphs(part.content.split("\n"))
    body = without_title(paragraphs, tidy(title))
    return Draft(
        kind=ArticleKind.ARTICLE,
        title=tidy(title),
        body="\n\n".join(body),
        truncated=bool(body) and breaks_off(body[-1]),
    )


def _article(draft: Draft, document: Document, part: Part) -> Article:
    stated = (part.stated or Stated()) if draft.kind is ArticleKind.ARTICLE else Stated()
    authors = clean_names(stated.authors) or draft.authors
    published = stated_time(stated.published, "stated") if stated.published else None
    title = tidy(stated.title or "") or draft.title
    return Article(
        kind=draft.kind,
        title=title,
        body=draft.body,
        byline=", ".join(map(without_by, stated.authors)) or draft.byline,
        authors=authors,
        published=published or draft.published,
        language=language_of(f"{title}\n{draft.body}") or language_of_tag(stated.language) or draft.language,
        truncated=draft.truncated or part.partial,
        url=part.url or draft.url or document.url,
        outlet=document.outlet or (part.stated.outlet if part.stated else None) or draft.outlet,
    )
