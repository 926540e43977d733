"""Which articles of an earlier run of a document are which of a later one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.kit.ids import new_id
from app.model.article import Article, ArticleKind
from app.model.naming import fold_words

ALIKE = 0.5
"""Articles at the same place of a document are the same where so large a share of all their words is in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article as an earlier run stored it."""

    id: UUID
    ordinal: int
    kind: ArticleKind
    title: str
    body: str


def assign(known: Sequence[Known], articles: Sequence[Article], make: Callable[[], UUID] = new_id) -> list[UUID]:
    """An id for each article, the surest matches first; no id twice."""
    free = dict.fromkeys(known)
    kept: dict[int, UUID] = {}
    for same in (_unchanged, _same_title, _same_place):
        for ordinal, article in enumerate(articles):
            if ordinal in kept:
                continue
            match = next((candidate for candidate in free if same(candidate, ordinal, article)), None)
            if match is not None:
                kept[ordinal] = match.id
                del free[match]
    return [kept.get(ordinal) or make() for ordinal in range(len(articles))]


def _unchanged(known: Known, _ordinal: int, article: Article) -> bool:
    return (known.kind, known.title, known.body) == (article.kind, article.title, article.body)


def _same_title(known: Known, _ordinal: int, article: Article) -> bool:
    return bool(article.title) and (known.kind, known.title) == (article.kind, article.title)


def _same_place(known: Known, ordinal: int, article: Article) -> bool:
    return known.ordinal == ordinal and _likeness(known, article) >= ALIKE


def _likeness(known: Known, article: Article) -> float:
    """The Jaccard index of the two articles' sets of folded words; 1.0 for two without words."""
    one, other = (set(fold_words(f"{each.title} {each.body}")) for each in (known, article))
    return len(one & other) / len(one | other) if one or other else 1.0
