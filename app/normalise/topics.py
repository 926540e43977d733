"""Topic pages and front pages: runs of title and teaser without an article among them."""

from collections.abc import Sequence
from statistics import median

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line
from app.normalise.sections import Section, sections_of

_SECTIONS = 3
_PARAGRAPHS = 3
_WORDS = 150
_HEADING_WORDS = 5
_SHARE = 0.85


def topic_entries(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The entries of a topic page in order; nothing where the lines are no topic page.

    A topic page has at least three headed sections, nearly all of them short, under headings as long as headlines; and
    not one article, which shows in a byline or time under the first heading alone.
    """
    sections = [section for section in sections_of(lines) if section.body]
    headed = [section for section in sections if section.heading]
    if len(headed) < _SECTIONS or not _is_topic(headed) or not sections[0].heading:
        return ()
    return tuple(_entry(section) for section in headed)


def _is_topic(headed: list[Section]) -> bool:
    brief = sum(len(section.body) <= _PARAGRAPHS and section.words <= _WORDS for section in headed)
    signed = [section.header is not None for section in headed]
    one_article = signed[0] and sum(signed) < 0.5 * len(signed)
    heading_words = median(section.heading.words for section in headed if section.heading)
    return brief >= _SHARE * len(headed) and heading_words >= _HEADING_WORDS and not one_article


def _entry(section: Section) -> Draft:
    title = section.heading.text if section.heading else ""
    return draft(ArticleKind.TOPIC_ENTRY, title, section.body, section.header)
