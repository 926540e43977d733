"""A crude dump of a page's visible text, split into its news items."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from app.model.article import ArticleKind
from app.model.printed import PageLines
from app.normalise.boilerplate import UNKNOWN, Outlet
from app.normalise.briefs import take_briefs
from app.normalise.draft import Draft, draft
from app.normalise.header import find_header
from app.normalise.lines import Line, LineKind, lines_of
from app.normalise.region import article_region, news_lines
from app.normalise.succession import articles_apart
from app.normalise.teasers import take_teasers, trailing_teasers
from app.normalise.topics import topic_entries

_NEWS = (LineKind.PROSE, LineKind.SHORT)


def split_dump(text: str, outlet: Outlet = UNKNOWN, url: str | None = None) -> tuple[Draft, ...]:
    """The items of a dump: the article first (or several that stand one after another), then related teasers, then the
    briefs of its feed; or the entries of a topic page and its briefs. Text without structure is one article, whole.
    Empty where there is no line of text. What `outlet` is known to print with any article is left out. `url` is the
    page's address, where it is known.
    """
    left, briefs = take_briefs(lines_of(text))
    entries = topic_entries(left)
    if entries:
        return (*entries, *briefs)
    left, teasers = take_teasers(left)
    own, page_lines = _sifted(left, outlet)
    alone = not briefs and not teasers
    if alone and not _has_page(left):
        articles, trailing = _whole(own), ()
    else:
        found = [_article(part, url, alone) for part in articles_apart(own)]
        articles, trailing = (tuple(chain.from_iterable(of_part)) for of_part in zip(*found, strict=True))
    remembering = (replace(one, page_lines=page_lines) for one in articles[:1])
    return (*remembering, *articles[1:], *teasers, *trailing, *briefs)


def _sifted(lines: Sequence[Line], outlet: Outlet) -> tuple[tuple[Line, ...], PageLines | None]:
    """The lines but those that the outlet prints with any article, and what to remember of the page."""
    news = [at for at, line in enumerate(lines) if line.kind in _NEWS]
    kept, page_lines = outlet.sift([lines[at].text for at in news])
    left_out = set(news).difference(news[place] for place in kept)
    return tuple(line for at, line in enumerate(lines) if at not in left_out), page_lines


def _article(lines: Sequence[Line], url: str | None, alone: bool) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """The page's article (none or one) and the teasers after it. `alone`: the page has shown no other item."""
    region = article_region(lines)
    if region is None:
        return (_whole(lines) if alone else ()), ()
    start, end = region
    header = find_header(lines, start, end, url)
    under = header.title.at + 1 if header.title else start
    above = lines[under:start]
    standfirst = [line for line in above if line.kind is LineKind.PROSE]
    body = [*standfirst, *news_lines(lines[max(start, under) : end])]
    title = header.title.text if header.title else ""
    return (draft(ArticleKind.ARTICLE, title, body, header.byline),), trailing_teasers(lines[end:])


def _has_page(lines: Sequence[Line]) -> bool:
    """Whether anything of a page stands around the text: chrome, a list, a byline or time."""
    return any(line.bullet or line.kind in (LineKind.CHROME, LineKind.HEADER) for line in lines)


def _whole(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """A text with nothing of a page about it: all of it, the first line a title where it could be one."""
    kept = [line for line in lines if line.kind is not LineKind.CHROME] or list(lines)
    if not kept:
        return ()
    headed = (
        kept[0].may_head and not kept[0].closed and (len(kept) == 1 or kept[1].gap or kept[1].kind is LineKind.PROSE)
    )
    return (draft(ArticleKind.ARTICLE, kept[0].text if headed else "", kept[headed:]),)
