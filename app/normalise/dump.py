"""A crude dump of a page's visible text, split into its news items."""

from collections.abc import Sequence

from app.model.article import ArticleKind
from app.normalise.briefs import take_briefs
from app.normalise.draft import Draft, draft
from app.normalise.header import find_header
from app.normalise.lines import Line, LineKind, lines_of
from app.normalise.region import article_region, news_lines
from app.normalise.teasers import take_broken_off, trailing_teasers
from app.normalise.topics import topic_entries


def split_dump(text: str) -> tuple[Draft, ...]:
    """The items of a dump: the article first, then related teasers, then the briefs of its feed; or the entries of a
    topic page and its briefs. Text without structure is one article, whole. Empty where there is no line of text.
    """
    left, briefs = take_briefs(lines_of(text))
    entries = topic_entries(left)
    if entries:
        return (*entries, *briefs)
    left, broken_off = take_broken_off(left)
    article, teasers = _article(left, alone=not briefs and not broken_off)
    return (*article, *broken_off, *teasers, *briefs)


def _article(lines: Sequence[Line], alone: bool) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """The page's article (none or one) and the teasers after it. `alone`: the page has shown no other item."""
    region = article_region(lines)
    if region is None:
        return (_whole(lines) if alone else ()), ()
    start, end = region
    header = find_header(lines, start, end)
    if header.at is None:
        article = draft(ArticleKind.ARTICLE, "", news_lines(lines[start:end]), header.byline)
        return (article,), trailing_teasers(lines[end:])
    standfirst = [line for line in lines[header.at + 1 : start] if line.kind is LineKind.PROSE]
    body = news_lines(lines[max(start, header.at + 1) : end])
    article = draft(ArticleKind.ARTICLE, lines[header.at].text, [*standfirst, *body], header.byline)
    return (article,), trailing_teasers(lines[end:])


def _whole(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """A text without a paragraph: a single short line is a title, more of them are a body."""
    kept = [line for line in lines if line.kind is not LineKind.CHROME] or list(lines)
    if not kept:
        return ()
    if len(kept) == 1 and not kept[0].closed:
        return (draft(ArticleKind.ARTICLE, kept[0].text, []),)
    return (draft(ArticleKind.ARTICLE, "", kept),)
