"""Lines of pages: what later pages of the same outlet are compared with. An outlet's older pages are forgotten."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.store.tables.base import Base, required, strings, table_of


class PageLines(Base, table=True):
    article_id: UUID = required(Uuid, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    outlets: list[str] = strings()
    lines: list[int] = required(ARRAY(BigInteger))

    __table_args__ = (
        CheckConstraint("cardinality(outlets) > 0", name="outlets"),
        Index("ix_page_lines_outlets", "outlets", postgresql_using="gin"),
    )


page_lines = table_of(PageLines)
