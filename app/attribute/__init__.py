"""Who said what: cue, content, source, addressee, and the person behind "he"."""

from app.model.article import Article
from app.model.findings import Analysis
from app.model.quote import Quote


def attribute(article: Article, analysis: Analysis) -> tuple[Quote, ...]:
    """The attributed quotes of an article, in text order."""
    raise NotImplementedError
