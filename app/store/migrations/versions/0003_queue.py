"""The work queue: the schema of procrastinate 3.10.0, kept word for word so that this revision never changes."""

from importlib import resources

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("procrastinate_periodic_defers", "procrastinate_events", "procrastinate_jobs", "procrastinate_workers")
TYPES = ("procrastinate_job_to_defer_v1", "procrastinate_job_event_type", "procrastinate_job_status")

DROP_FUNCTIONS = """
DO $$
DECLARE found regprocedure;
BEGIN
    FOR found IN
        SELECT oid::regprocedure FROM pg_proc
        WHERE proname LIKE 'procrastinate\\_%' AND pronamespace = current_schema()::regnamespace
    LOOP
        EXECUTE 'DROP FUNCTION ' || found || ' CASCADE';
    END LOOP;
END
$$
"""


def upgrade() -> None:
    schema = resources.files("app.store.migrations").joinpath("procrastinate-3.10.0.sql").read_text(encoding="utf-8")
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    connection.execute(schema)


def downgrade() -> None:
    op.execute(DROP_FUNCTIONS)
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    for name in TYPES:
        op.execute(f"DROP TYPE {name}")
