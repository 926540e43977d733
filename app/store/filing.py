"""Under which words articles are filed, so that one index finds them by agency, section and tag."""

from app.model.article import Article
from app.store.names import key_of


def filed_under(article: Article) -> list[str]:
    """The keys of an article, each once and in order; words compare folded, without case and accents."""
    kinds = (("agency", article.agencies), ("section", (article.section or "",)), ("tag", article.tags))
    return sorted({label(kind, word) for kind, words in kinds for word in words if key_of(word)})


def label(kind: str, word: str) -> str:
    """The key of one word ("agency:reuters")."""
    return f"{kind}:{key_of(word)}"
