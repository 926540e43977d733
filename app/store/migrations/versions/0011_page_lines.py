"""Lines of pages: what an outlet prints with its articles, whatever they are about."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_lines",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("outlets", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("lines", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.CheckConstraint("cardinality(outlets) > 0", name=op.f("ck_page_lines_outlets")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_page_lines_article_id_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_page_lines")),
    )
    op.create_index("ix_page_lines_outlets", "page_lines", ["outlets"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    op.drop_table("page_lines")
