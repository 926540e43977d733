"""Lines of pages, brought into the store and kept there no longer than an outlet's latest pages."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Text, cast, delete, insert, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.model.printed import PageLines
from app.model.resolution import Item
from app.store.pages import MOST_PAGES
from app.store.searching import among
from app.store.session import Session
from app.store.tables.page_lines import page_lines

KEPT = 2 * MOST_PAGES
"""So many pages are kept of an outlet: more than are compared, for a document is not compared with its own."""


def save_page_lines(session: Session, items: Sequence[Item]) -> None:
    """Write what is new or differs, of the latest articles of each outlet. Those of vanished articles have gone with
    them."""
    wanted = {each.id: each.findings.article.page_lines for each in items}
    rows = session.execute(select(page_lines).where(among(page_lines.c.article_id, wanted)))
    stored = {row.article_id: PageLines(tuple(row.outlets), tuple(row.lines)) for row in rows}
    changed = {id_ for id_, lines in wanted.items() if lines != stored.get(id_)}
    session.execute(delete(page_lines).where(among(page_lines.c.article_id, changed & stored.keys())))
    mine: dict[tuple[str, ...], dict[UUID, PageLines]] = {}
    for id_ in sorted(changed):
        if lines := wanted[id_]:
            mine.setdefault(lines.outlets, {})[id_] = lines
    for outlets, new in mine.items():
        _save(session, outlets, new)


def _save(session: Session, outlets: Sequence[str], new: dict[UUID, PageLines]) -> None:
    """Insert those that are among the outlet's latest, and forget those that are so no more."""
    ids = session.execute(select(page_lines.c.article_id).where(_theirs(outlets))).scalars()
    ordered = sorted({*ids, *new}, reverse=True)
    latest, older = set(ordered[:KEPT]), ordered[KEPT:]
    rows = [
        {"article_id": id_, "outlets": list(lines.outlets), "lines": list(lines.lines)}
        for id_, lines in new.items()
        if id_ in latest
    ]
    if rows:
        session.connection().execute(insert(page_lines), rows)
    if older:
        session.execute(delete(page_lines).where(among(page_lines.c.article_id, older)))


def _theirs(outlets: Sequence[str]) -> ColumnElement[bool]:
    overlap: ColumnElement[bool] = page_lines.c.outlets.overlap(cast(list(outlets), ARRAY(Text)))
    return overlap
