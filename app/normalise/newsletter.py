"""Newsletters, briefings and digests: one page under one name, and several unrelated items under headings."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from app.model.article import ArticleKind
from app.normalise.crossheads import Section, sections_under
from app.normalise.draft import Draft
from app.normalise.links import leads_elsewhere
from app.normalise.matter import names_in
from app.normalise.metadata import Metadata
from app.normalise.particulars import of_neighbour
from app.normalise.tables import rows, wording
from app.normalise.words import breaks_off, length, stems

_FEWEST = 3
_HALF = 0.5
_MOST = 2 / 3
_NEARLY = 0.8
_STEP = re.compile(r"[-_+]+")


class Issue(NamedTuple):
    """One issue of a newsletter: what it says before its first item, and the items."""

    lead: tuple[str, ...]
    items: tuple[Draft, ...]


def issue_of(tree: HtmlElement, page: Metadata, paragraphs: Sequence[str]) -> Issue | None:
    """The items of a page that is a newsletter, out of the `paragraphs` of its body; None where it is one article.

    It must be called so, and have at least three headed sections that hold most of the text, which either speak of
    different things or lead each to a story of its own; both, where reports of a single matter are called so too. Bold
    paragraphs head as headings do.
    """
    called = _called(page)
    if called is None:
        return None
    lead, sections = sections_under(tree, paragraphs, page.title or "")
    told = sum(length(line) for section in sections for line in section.body)
    if len(sections) < _FEWEST or told < _HALF * sum(map(length, paragraphs)):
        return None
    signs = (_are_apart(sections, page.title or ""), _lead_apart(sections, page.url))
    if not (any(signs) if called == "called" else all(signs)):
        return None
    return Issue(lead, tuple(_item(section, page) for section in sections))


def _called(page: Metadata) -> str | None:
    """What kind of name for newsletters the page bears: "called", "perhaps" or none."""
    path = urlsplit(page.url).path if page.url else ""
    steps = [_STEP.sub(" ", unquote(step)) for step in path.split("/")[:-1]]
    names = [page.title or "", page.particulars.section or "", *page.particulars.tags, *steps]
    return next((kind for kind in ("called", "perhaps") if any(_shape(kind).search(name) for name in names)), None)


@cache
def _shape(kind: str) -> re.Pattern[str]:
    words = "|".join(pattern for of, pattern in rows("newsletter.tsv") if of == kind)
    written = "".join(f"|{pattern}" for of, pattern in rows("newsletter.tsv") if of == "written" and kind == "called")
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_]){written}", re.I)


def _are_apart(sections: Sequence[Section], title: str) -> bool:
    """Whether most sections name somebody whom no other does, and nothing is named, nor any word of the title spoken,
    in more than half of them."""
    named = [{name for name in names_in(section.text) if not _dates().fullmatch(name)} for section in sections]
    counts = Counter(name for names in named for name in names)
    bare = _shape("perhaps").sub(" ", _shape("called").sub(" ", title))
    titled = stems(_dates().sub(" ", bare))
    counts.update(f"{stem} in the title" for section in sections for stem in stems(section.text) & titled)
    own = sum(any(counts[name] == 1 for name in names) for names in named)
    return own >= _MOST * len(sections) and max(counts.values()) <= _HALF * len(sections)


def _lead_apart(sections: Sequence[Section], url: str | None) -> bool:
    """Whether nearly all sections have a heading or a line of their own that leads to a page of its own."""
    firsts = [next((href for href in section.links if leads_elsewhere(href, url)), None) for section in sections]
    return len(set(filter(None, firsts))) >= _NEARLY * len(sections)


@cache
def _dates() -> re.Pattern[str]:
    """Months and weekdays, in which many unrelated things happen."""
    months = "|".join(re.escape(name) for _, names in rows("months.tsv") for name in names.split())
    return re.compile(rf"\b(?:{months}|{wording('label', 'changed', 'when')})\b", re.I)


def _item(section: Section, page: Metadata) -> Draft:
    return Draft(
        kind=ArticleKind.BRIEF,
        title=section.heading,
        body="\n\n".join(section.body),
        published=page.published,
        language=page.language,
        outlet=page.outlet,
        url=page.url,
        particulars=of_neighbour(page.particulars),
        truncated=breaks_off(section.body[-1]),
    )
