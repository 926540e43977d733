"""Whom the markup of a page calls its author: `rel` and `itemprop`, hCard, and what templates call a byline."""

import re

from lxml.html import HtmlElement

from app.normalise.authors import signs, without_by
from app.normalise.bylines import read_byline
from app.normalise.chrome import is_chrome
from app.normalise.moments import find_time
from app.normalise.vicinity import Vicinity
from app.normalise.words import tidy

_SOUGHT = "//*[@rel='author' or @itemprop='author' or contains(@class, 'author') or contains(@class, 'byline')]"
_NAMED = re.compile(r"(?:^|[\s_-])(?:author|byline|contributor|journalist|reporter)s?(?:[\s_-]*name)?(?=\s|$)", re.I)
_STATES = re.compile(r"author-name|^byline$")
_MOST = 4
_MOST_SOUGHT = 200
_LONGEST = 160


def signed_by(tree: HtmlElement, vicinity: Vicinity) -> tuple[str, ...]:
    """The texts of the elements that sign the article, of those nearest its heading: each without "by" and times.

    What a class alone calls an author must read as a signature, stand near a heading and not be one of many, as those
    of teasers are.
    """
    read: dict[HtmlElement, str] = {}
    for element in tree.xpath(_SOUGHT)[:_MOST_SOUGHT]:
        if not any(outer in read for outer in element.iterancestors()) and (text := _signature(element)):
            read[element] = text
    nearest = vicinity.nearest(read)
    if not any(map(_is_stated, nearest)) and (len(nearest) > _MOST or not vicinity.is_headed):
        return ()
    return tuple(dict.fromkeys(read[element] for element in nearest[:_MOST]))


def names_signer(element: HtmlElement) -> bool:
    """Whether the class of an element calls what it holds an author or a byline."""
    return _NAMED.search(element.get("class", "")) is not None


def _is_stated(element: HtmlElement) -> bool:
    return "author" in (element.get("rel"), element.get("itemprop")) or bool(_STATES.search(element.get("class", "")))


def _signature(element: HtmlElement) -> str | None:
    """What an element signs with; None where it tells a time alone, or names and times that cannot be told apart."""
    stated = _is_stated(element)
    if not stated and not names_signer(element):
        return None
    text = tidy(element.text_content())
    if not text or len(text) > _LONGEST or is_chrome(text):
        return None
    if byline := read_byline(text):
        return byline.text
    name = without_by(text)
    return text if not find_time(text) and (stated or (" " in name and signs(name))) else None
