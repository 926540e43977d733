"""Topic pages and front pages: runs of title and teaser without an article among them."""

from collections.abc import Sequence
from statistics import median

from app.model.article import ArticleKind
from app.normalise.draft import Draft, draft
from app.normalise.lines import Line
from app.normalise.sections import Section, sections_of

_FEW, _FEWEST = 3, 2
_NAME_WORDS = 4
_PARAGRAPHS = 3
_WORDS = 150
_HEADING_WORDS = 5
_SHARE = 0.85
_SIGNED = 0.6


def topic_entries(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The entries of a topic page in order; nothing where the lines are no topic page.

    A topic page has at least three headed sections (two under a topic's name), nearly all of them short, under headings
    as long as headlines; and not one article, which shows in a byline or time under one heading alone.
    """
    sections = sections_of(lines)
    if not sections or not sections[0].heading or not _is_topic(sections, _FEWEST if _names_topic(lines) else _FEW):
        return ()
    return tuple(_entry(section) for section in sections if section.heading)


def _names_topic(lines: Sequence[Line]) -> bool:
    """Whether the page opens with a name and a headline, one under the other."""
    return len(lines) > 1 and lines[0].may_head and lines[0].words <= _NAME_WORDS and lines[1].may_head and lines[1].gap


def _is_topic(sections: list[Section], fewest: int) -> bool:
    """Headlines throughout, nearly all sections short, and times or bylines at none or at most of them."""
    headed = [section.heading.words for section in sections if section.heading]
    brief = sum(len(section.body) <= _PARAGRAPHS and section.words <= _WORDS for section in sections)
    signed = sum(section.header is not None for section in sections)
    return (
        len(headed) >= max(fewest, _SHARE * len(sections))
        and median(headed) >= _HEADING_WORDS
        and brief >= _SHARE * len(sections)
        and (signed == 0 or signed >= _SIGNED * len(sections))
    )


def _entry(section: Section) -> Draft:
    title = section.heading.text if section.heading else ""
    return draft(ArticleKind.TOPIC_ENTRY, title, section.body, section.header)
