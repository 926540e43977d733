"""Who said what: cue, content, source, addressee, and the person behind "he"."""

from collections.abc import Sequence

from app.attribute.headlines import headlines
from app.attribute.nesting import nested
from app.attribute.quotes import from_headline, from_tagged
from app.attribute.reading import Attributions, read
from app.attribute.spans import Inside
from app.model.article import Article
from app.model.findings import Analysis
from app.model.quote import Quote
from app.model.span import Span, joined


def attribute(article: Article, analysis: Analysis, tagger: Attributions) -> tuple[Quote, ...]:
    """The attributed quotes of an article, in text order.

    The learned tagger finds cues with their contents and sources, and quotations that go on with a speaker's turn.
    Rules around it take quotations whole and over paragraphs, read headlines ("Name: words"), find the person or
    organisation that a source means, and how the text reports. Thoughts, wishes and plans are no quotes. Takes time
    linear in the length of the article. An article known to be in another language than English has none: the tagger
    and the word lists are English.
    """
    if article.language not in (None, "en"):
        return ()
    reading = read(article, analysis, tagger)
    layout, is_clause = reading.layout, reading.tree.is_clause
    names = headlines(article, layout.lines, analysis.mentions, layout.marked, is_clause)
    titled = [from_headline(article.text, headline) for headline in names]
    told = Inside(joined(span for quote in titled for span in (quote.content[0], *_cue(quote))))
    spoken = [quote for quote in from_tagged(reading) if not any(map(told.overlaps, (quote.content[0], *_cue(quote))))]
    ordered = sorted([*titled, *spoken], key=lambda quote: (quote.content[0], _cue(quote)))
    return nested(ordered)


def _cue(quote: Quote) -> Sequence[Span]:
    return quote.cue.spans if quote.cue else ()
