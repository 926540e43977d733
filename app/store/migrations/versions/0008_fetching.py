"""Documents that are yet to be fetched, sources, and whose turn it is at each host."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

AT_LAST = ("content", "media_type", "sha256", "size")
SAID = ("final_url", "etag", "last_modified")

TRIGGERS = """
CREATE CONSTRAINT TRIGGER record_change AFTER INSERT OR DELETE ON source
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE CONSTRAINT TRIGGER record_update AFTER UPDATE ON source
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.outlet, OLD.interval_seconds, OLD.entries, OLD.paused)
        IS DISTINCT FROM (NEW.outlet, NEW.interval_seconds, NEW.entries, NEW.paused))
    EXECUTE FUNCTION record_change()
"""
"""Of a source the feed tells what people did to it, not that it was looked at again."""


def upgrade() -> None:
    for column in AT_LAST:
        op.alter_column("document", column, nullable=True)
    for column in SAID:
        op.add_column("document", sa.Column(column, sa.Text(), nullable=True))
    op.create_check_constraint(op.f("ck_document_typed"), "document", "num_nonnulls(content, media_type) IN (0, 2)")
    op.create_check_constraint(
        op.f("ck_document_fetched"), "document", "content IS NOT NULL OR (url IS NOT NULL AND state <> 'done')"
    )
    op.create_index(
        "uq_document_unfetched",
        "document",
        [sa.literal_column("md5(url)")],
        unique=True,
        postgresql_where=sa.text("content IS NULL"),
    )
    op.create_table(
        "document_twin",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_twin_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_twin")),
    )
    op.create_index(op.f("ix_document_twin_document_id"), "document_twin", ["document_id"], unique=False)
    _create_sources()
    op.create_table(
        "host_turn",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_host_turn")),
    )
    op.create_index(op.f("ix_host_turn_next_at"), "host_turn", ["next_at"], unique=False)


def _create_sources() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("next_poll_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_polled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("entries IN ('feed', 'pages')", name=op.f("ck_source_entries")),
        sa.CheckConstraint("interval_seconds BETWEEN 300 AND 604800", name=op.f("ck_source_interval")),
        sa.CheckConstraint("failures >= 0 AND (failures = 0) = (last_error IS NULL)", name=op.f("ck_source_failures")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_index("uq_source_url", "source", [sa.literal_column("md5(url)")], unique=True)
    op.create_index("ix_source_due", "source", ["next_poll_at"], unique=False, postgresql_where=sa.text("NOT paused"))
    op.create_table(
        "source_entry",
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_source_entry_source_id_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "hash", name=op.f("pk_source_entry")),
    )
    op.execute(TRIGGERS)


def downgrade() -> None:
    for table in ("host_turn", "source_entry", "source", "document_twin"):
        op.drop_table(table)
    op.execute("DELETE FROM document WHERE content IS NULL")
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    op.drop_index("uq_document_unfetched", table_name="document")
    for constraint in ("fetched", "typed"):
        op.drop_constraint(op.f(f"ck_document_{constraint}"), "document")
    for column in SAID:
        op.drop_column("document", column)
    for column in AT_LAST:
        op.alter_column("document", column, nullable=False)
