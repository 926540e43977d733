"""Later versions of an article, apart from copies of it; the agency that a copy credits."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CHECKS = {
    "version_score": "version_score BETWEEN 0 AND 1",
    "version": "(version_of IS NULL) = (version_score IS NULL)",
    "version_of_an_earlier": "version_of < id",
    "version_or_copy": "version_of IS NULL OR copy_of IS NULL",
    "credited_copy": "credited_to IS NULL OR copy_of IS NOT NULL",
}


def upgrade() -> None:
    op.add_column("article", sa.Column("credited_to", sa.Text(), nullable=True))
    op.add_column("article", sa.Column("version_of", sa.Uuid(), nullable=True))
    op.add_column("article", sa.Column("version_score", sa.Float(), nullable=True))
    op.add_column(
        "article", sa.Column("version_reasons", postgresql.ARRAY(sa.Text()), nullable=False, server_default="{}")
    )
    op.alter_column("article", "version_reasons", server_default=None)
    for name, rule in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_article_{name}"), "article", rule)
    op.create_foreign_key(
        op.f("fk_article_version_of_article"),
        "article",
        "article",
        ["version_of"],
        ["id"],
        initially="DEFERRED",
        deferrable=True,
    )
    op.create_index(op.f("ix_article_version_of"), "article", ["version_of"], unique=False)
    op.create_index("ix_article_url", "article", ["url"], unique=False, postgresql_using="hash")


def downgrade() -> None:
    op.drop_index("ix_article_url", table_name="article", postgresql_using="hash")
    for column in ("version_reasons", "version_score", "version_of", "credited_to"):
        op.drop_column("article", column)
