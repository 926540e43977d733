"""The change feed's triggers, and judgements that nobody changes.

The feed's triggers are deferred: they run when their transaction commits, take one advisory lock, and number the lines.
The lock is let go when the commit is visible, so sequence numbers appear in the order of the commits and a reader never
sees a line before an earlier one.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

RESOURCES = ("document", "article", "entity", "quote", "utterance", "claim", "story", "outlet")

RECORD_CHANGE = """
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(5330691);
    INSERT INTO change (op, resource, resource_id, at)
    VALUES (
        CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'UPDATE' THEN 'update' ELSE 'delete' END,
        TG_TABLE_NAME,
        CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END,
        clock_timestamp()
    );
    RETURN NULL;
END
$$
"""

TRIGGERS = """
CREATE CONSTRAINT TRIGGER record_change AFTER INSERT OR DELETE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE CONSTRAINT TRIGGER record_update AFTER UPDATE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION record_change()
"""

REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""

APPEND_ONLY = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def upgrade() -> None:
    op.execute(RECORD_CHANGE)
    for table in RESOURCES:
        op.execute(TRIGGERS.format(table=table))
    op.execute(REFUSE_CHANGE)
    for table in ("judgement", "change"):
        op.execute(APPEND_ONLY.format(table=table))


def downgrade() -> None:
    for table in ("judgement", "change"):
        op.execute(f"DROP TRIGGER append_only ON {table}; DROP TRIGGER never_emptied ON {table}")
    op.execute("DROP FUNCTION refuse_change()")
    for table in RESOURCES:
        op.execute(f"DROP TRIGGER record_change ON {table}; DROP TRIGGER record_update ON {table}")
    op.execute("DROP FUNCTION record_change()")
