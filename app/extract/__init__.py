"""An article in, its mentions out: persons, organisations, places, and the roles printed with them."""

from app.extract.pipeline import Pipeline

from app.model.article import Article
from app.model.findings import Analysis


def extract(article: Article, pipeline: Pipeline) -> Analysis:
    """The parse and the mentions of an article."""
    raise NotImplementedError
