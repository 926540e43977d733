"""Two versions of an article, shown side by side."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.api.articles.changes import (
    ArticleChanges,
    PassageChange,
    StatementChange,
    TitleChange,
    VersionStatement,
    WordChange,
)
from app.api.presenting import Ruler
from app.api.schemas import Excerpt, Offsets
from app.model.comparison import passages, restatements
from app.model.revision import Passage, Statement
from app.model.span import Span
from app.store.records import ArticleRecord
from app.store.versions import Statements


def changes(
    before: ArticleRecord | None, after: ArticleRecord, said: Mapping[UUID, Statements], unit: Offsets
) -> ArticleChanges:
    """What became of `before`; nothing where there is none."""
    if before is None:
        return ArticleChanges(before=None, after=after.id, title=None, passages=[], quotes=[], claims=[])
    old, new = said[before.id], said[after.id]
    return ArticleChanges(
        before=before.id,
        after=after.id,
        title=None if before.title == after.title else TitleChange(before=before.title, after=after.title),
        passages=_passages(before, after, unit),
        quotes=_restated(old.quotes, new.quotes),
        claims=_restated(old.claims, new.claims),
    )


def _passages(before: ArticleRecord, after: ArticleRecord, unit: Offsets) -> list[PassageChange]:
    starts = (len(before.text) - len(before.body), len(after.text) - len(after.body))
    rulers = (Ruler(before.text, unit), Ruler(after.text, unit))
    return [_passage(each, *rulers) for each in passages(before.text, after.text, starts)]


def _passage(passage: Passage, old: Ruler, new: Ruler) -> PassageChange:
    return PassageChange(
        change=passage.change,
        before=_excerpt(old, passage.before),
        after=_excerpt(new, passage.after),
        words=[
            WordChange(before=_excerpt(old, each.before), after=_excerpt(new, each.after)) for each in passage.words
        ],
    )


def _excerpt(ruler: Ruler, span: Span | None) -> Excerpt | None:
    return None if span is None else ruler.excerpt(span)


def _restated(before: Sequence[Statement], after: Sequence[Statement]) -> list[StatementChange]:
    return [
        StatementChange(change=each.change, before=_statement(each.before), after=_statement(each.after))
        for each in restatements(before, after)
    ]


def _statement(statement: Statement | None) -> VersionStatement | None:
    return None if statement is None else VersionStatement(id=statement.id, text=statement.text, by=statement.by)
