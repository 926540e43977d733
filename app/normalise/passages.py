"""Which passages of a live page's article its updates hold: they are printed in the article and read in the updates."""

from collections.abc import Sequence

from app.model.article import Article
from app.model.span import Span
from app.normalise.marks import without_mark
from app.normalise.told import Told
from app.normalise.words import letters

_TELLING = 30
"""So many letters do not stand in two places by chance."""


def held_by(updates: Sequence[Article], article: Article) -> tuple[Span, ...]:
    """The paragraphs of the article's body that stand in an update, however that parts its text into lines; their short
    lines and titles only as lines of their own."""
    lines = {line.casefold() for update in updates for line in (update.title, *update.body.split("\n\n"))}
    told = Told.of(update.body for update in updates)
    found, start = [], article.body_start
    for paragraph in article.body.split("\n\n"):
        line = without_mark(paragraph)
        if line.casefold() in lines or (len(letters(line)) >= _TELLING and told.holds(line)):
            found.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return tuple(found)
