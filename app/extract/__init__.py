"""An article in, its mentions out: persons, organisations, places, and the roles printed with them."""

from app.extract.mentions import mentions
from app.extract.pieces import pieces
from app.extract.pipeline import Pipeline
from app.model.article import Article
from app.model.findings import Analysis


def extract(article: Article, pipeline: Pipeline) -> Analysis:
    """The parse and the mentions of an article.

    Time and memory grow with the length of the text. An article known to be in another language than English has no
    tokens and no mentions: the parser and the word lists are English.
    """
    if article.language not in (None, "en"):
        return Analysis(tokens=(), mentions=())
    parse = pipeline.parse(pieces(article))
    return Analysis(tokens=parse.tokens, mentions=mentions(parse, article.text))
