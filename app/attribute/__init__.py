"""Who said what: cue, content, source, addressee, and the person behind "he"."""

from app.attribute.headlines import headlines
from app.attribute.quotations import quotations
from app.attribute.quotes import from_clause, from_headline
from app.attribute.reading import read
from app.model.article import Article
from app.model.findings import Analysis
from app.model.paragraphs import paragraphs
from app.model.quote import Quote


def attribute(article: Article, analysis: Analysis) -> tuple[Quote, ...]:
    """The attributed quotes of an article, in text order.

    Rules over the parse: every cue (a verb of saying, "according to", a headline's colon) gets its content, its source,
    the person or organisation that the source means, and how the text reports it. A quotation without a cue of its
    own or next to it is left alone; so are thoughts and wishes, and sayings inside a quotation. Takes time linear in
    the length of the article.
    """
    lines = paragraphs(article)
    marked = quotations(article.text, lines)
    found = [from_headline(article.text, headline) for headline in headlines(article, lines, analysis.mentions, marked)]
    titled = [quote.content[0] for quote in found]
    reading = read(article.text, analysis, lines, marked)
    for index in range(len(reading.clauses)):
        quote = from_clause(article.text, reading, index)
        if quote is not None and not any(span.overlaps(quote.content[0]) for span in titled):
            found.append(quote)
    return tuple(sorted(found, key=lambda quote: (quote.content[0], quote.cue.spans if quote.cue else ())))
