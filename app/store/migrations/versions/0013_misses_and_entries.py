"""How often it was tried in vain to fetch a document, and what a feed's entries said when they were last seen.

Of entries that were seen before nobody knows what they said: that is taken down at the next look, as nothing new. So
that it comes soon, servers are not asked whether their feeds have changed since the last.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("misses", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("document", "misses", server_default=None)
    op.create_check_constraint(op.f("ck_document_misses"), "document", "misses >= 0")
    op.add_column("source_entry", sa.Column("said", sa.Uuid(), nullable=True))
    op.execute("UPDATE source SET etag = NULL, last_modified = NULL")


def downgrade() -> None:
    op.drop_column("source_entry", "said")
    op.drop_column("document", "misses")
