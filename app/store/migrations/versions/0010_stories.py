"""Stories that became part of others still answer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INTO_CURRENT = "CASE WHEN merged_into IS NULL THEN NULL ELSE true END"


def upgrade() -> None:
    op.add_column("story", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.add_column(
        "story",
        sa.Column("current", sa.Boolean(), sa.Computed("merged_into IS NULL", persisted=True), nullable=False),
    )
    op.add_column(
        "story", sa.Column("into_current", sa.Boolean(), sa.Computed(INTO_CURRENT, persisted=True), nullable=True)
    )
    op.create_check_constraint(op.f("ck_story_merged_into_another"), "story", "merged_into <> id")
    op.create_unique_constraint(op.f("uq_story_id_current"), "story", ["id", "current"])
    op.create_foreign_key(
        "fk_story_merged_into_current",
        "story",
        "story",
        ["merged_into", "into_current"],
        ["id", "current"],
        ondelete="CASCADE",
    )
    op.create_index(op.f("ix_story_merged_into"), "story", ["merged_into"], unique=False)


def downgrade() -> None:
    """Stories that became part of others are forgotten, as if nothing held them any more."""
    op.execute("DELETE FROM story WHERE merged_into IS NOT NULL")
    for column in ("into_current", "current", "merged_into"):
        op.drop_column("story", column)
