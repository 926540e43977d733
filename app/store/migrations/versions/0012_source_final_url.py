"""Where a source's feed was had: what its server said of it is told to that URL alone."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("source", sa.Column("final_url", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("source", "final_url")
