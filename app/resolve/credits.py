"""Which agency an article credits with its text."""

import re
from functools import cache

from app.model.article import Article
from app.resolve.tables import rows

# A dateline stands this near the beginning, a credit under the text this near the end.
OPENING, CLOSING = 120, 80


def credited(article: Article) -> str | None:
    """The agency named by the byline, by the dateline ("OSLO, May 3 (Agency) -") or in brackets at the end. An agency
    that the text merely quotes is not credited."""
    if article.byline and (named := _pattern(r"(?<!\w){}(?!\w)").search(article.byline)):
        return _agencies()[named[1]]
    ends = (article.body[:OPENING], article.body[-CLOSING:])
    return next((_agencies()[found[1]] for end in ends if (found := _pattern(r"[(/\[]{}[)/\]]").search(end))), None)


@cache
def _agencies() -> dict[str, str]:
    """The name of each agency by all its forms."""
    return {form: row[0] for row in rows("agencies.tsv") for form in row}


@cache
def _pattern(around: str) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(_agencies(), key=len, reverse=True)))
    return re.compile(around.format(f"({forms})"))
