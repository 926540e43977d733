"""When and where a quote was said, in the article's words, and which quote it stands within."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SPANS = ("said_when", "said_where")


def upgrade() -> None:
    for column in SPANS:
        op.add_column("quote", sa.Column(column, postgresql.INT4RANGE(), nullable=True))
        op.create_check_constraint(
            op.f(f"ck_quote_{column}_within_text"),
            "quote",
            f"NOT isempty({column}) AND {column} <@ int4range(0, article_length)",
        )
    op.add_column("quote", sa.Column("within_id", sa.Uuid(), nullable=True))
    op.create_check_constraint(op.f("ck_quote_within_another"), "quote", "within_id <> id")
    op.create_unique_constraint(op.f("uq_quote_id_article_id"), "quote", ["id", "article_id"])
    op.create_foreign_key(
        op.f("fk_quote_within_id_article_id_quote"),
        "quote",
        "quote",
        ["within_id", "article_id"],
        ["id", "article_id"],
        initially="DEFERRED",
        deferrable=True,
    )
    op.create_index(
        "ix_quote_within_id", "quote", ["within_id"], unique=False, postgresql_where="within_id IS NOT NULL"
    )


def downgrade() -> None:
    for column in ("within_id", *SPANS):
        op.drop_column("quote", column)
    op.drop_constraint(op.f("uq_quote_id_article_id"), "quote")
