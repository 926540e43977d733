"""A quote in, the proposition behind it out."""

from collections.abc import Sequence

from app.model.article import Article
from app.model.claim import Claim
from app.model.findings import Analysis
from app.model.quote import Quote


def claim(article: Article, analysis: Analysis, quotes: Sequence[Quote]) -> tuple[Claim, ...]:
    """The claims that the quotes of an article put forward."""
    raise NotImplementedError
