"""What a document's reader passed over, and how often."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("skipped", postgresql.JSONB(), nullable=False, server_default="[]"))
    op.alter_column("document", "skipped", server_default=None)
    op.create_check_constraint(op.f("ck_document_skipped"), "document", "jsonb_typeof(skipped) = 'array'")


def downgrade() -> None:
    op.drop_column("document", "skipped")
