"""What articles state of themselves beside title, byline and time, where each field came from, and filing by it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STRINGS = ("agencies", "written_in", "tags", "filed")
MODIFIED = (
    ("raw", sa.Text()),
    ("origin", sa.Text()),
    ("precision", sa.Text()),
    ("instant", sa.DateTime(timezone=True)),
    ("local", sa.DateTime()),
)
COLUMNS = ("section", "dateline", "paywalled", "origins", *STRINGS, *(f"modified_{part}" for part, _ in MODIFIED))


def upgrade() -> None:
    for part, type_ in MODIFIED:
        op.add_column("article", sa.Column(f"modified_{part}", type_, nullable=True))
    op.add_column("article", sa.Column("section", sa.Text(), nullable=True))
    op.add_column("article", sa.Column("dateline", postgresql.JSONB(), nullable=True))
    op.add_column("article", sa.Column("paywalled", sa.Boolean(), nullable=True))
    for name in STRINGS:
        op.add_column("article", sa.Column(name, postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False))
        op.alter_column("article", name, server_default=None)
    op.add_column("article", sa.Column("origins", postgresql.JSONB(), server_default="[]", nullable=False))
    op.alter_column("article", "origins", server_default=None)
    op.create_check_constraint(
        op.f("ck_article_modified"),
        "article",
        "num_nonnulls(modified_instant, modified_local) <= 1"
        " AND num_nonnulls(modified_raw, modified_origin, modified_precision)"
        " = 3 * num_nonnulls(modified_instant, modified_local)",
    )
    op.create_check_constraint(
        op.f("ck_article_modified_precision"), "article", "modified_precision IN ('second', 'minute', 'day')"
    )
    op.create_check_constraint(op.f("ck_article_dateline"), "article", "jsonb_typeof(dateline) = 'object'")
    op.create_check_constraint(op.f("ck_article_origins"), "article", "jsonb_typeof(origins) = 'array'")
    op.create_index("ix_article_filed", "article", ["filed"], unique=False, postgresql_using="gin")
    op.create_index("ix_article_paywalled_id", "article", ["paywalled", "id"], unique=False)


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_column("article", column)
