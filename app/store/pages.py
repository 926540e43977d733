"""What the store remembers of an outlet's pages, as normalising asks for it (by the shape of its `Pages`)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.model.printed import RememberedPage
from app.store.session import Database
from app.store.tables.articles import article
from app.store.tables.page_lines import page_lines

copied = article.alias("copied")

MOST_PAGES = 60
"""So many pages of an outlet are compared: its latest, for sites change."""


class StoredPages:
    """The pages of all documents but one. Each answer is kept, for a document may hold many pages of one outlet."""

    def __init__(self, database: Database, document_id: UUID) -> None:
        self._database = database
        self._document_id = document_id
        self._known: dict[tuple[str, ...], Sequence[RememberedPage]] = {}

    def of_outlet(self, outlets: Collection[str]) -> Sequence[RememberedPage]:
        """The latest pages of other documents whose publisher goes by one of these names."""
        names = tuple(sorted(outlets))
        if names not in self._known:
            self._known[names] = self._latest(names)
        return self._known[names]

    def _latest(self, outlets: Collection[str]) -> Sequence[RememberedPage]:
        first = func.coalesce(article.c.version_of, copied.c.version_of, article.c.copy_of, article.c.id).label("first")
        query = (
            select(first, article.c.url, page_lines.c.lines)
            .join(page_lines, page_lines.c.article_id == article.c.id)
            .outerjoin(copied, copied.c.id == article.c.copy_of)
            .where(page_lines.c.outlets.overlap(cast(list(outlets), ARRAY(Text))))
            .where(article.c.document_id != self._document_id)
            .order_by(article.c.id.desc())
            .limit(MOST_PAGES)
        )
        with self._database.session() as session:
            rows = session.execute(query).all()
        at_address: dict[str, UUID] = {}
        firsts = [at_address.setdefault(row.url, row.first) if row.url else row.first for row in rows]
        return [RememberedPage(first, frozenset(row.lines)) for first, row in zip(firsts, rows, strict=True)]
