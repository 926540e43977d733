"""What resolution asks of every document, answered by key: the ends of names, and how common terms are."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COUNT_TERMS = """
CREATE FUNCTION count_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE term_frequency SET articles = articles - 1
        WHERE hash IN (SELECT md5(term)::uuid FROM jsonb_object_keys(OLD.terms || '{"": 1}') term);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO term_frequency (hash, articles)
        SELECT md5(term)::uuid, 1 FROM jsonb_object_keys(NEW.terms || '{"": 1}') term ORDER BY 1
        ON CONFLICT (hash) DO UPDATE SET articles = term_frequency.articles + 1;
    END IF;
    RETURN NULL;
END
$$
"""

COUNT_ALL = """
INSERT INTO term_frequency (hash, articles)
SELECT md5(term)::uuid, count(*) FROM sketch, jsonb_object_keys(terms || '{"": 1}') term GROUP BY 1
"""


def upgrade() -> None:
    op.add_column(
        "entity_alias",
        sa.Column("backwards", sa.Text(), sa.Computed("reverse(folded)", persisted=True), nullable=False),
    )
    op.create_index(
        "ix_entity_alias_backwards",
        "entity_alias",
        ["backwards"],
        unique=False,
        postgresql_ops={"backwards": "text_pattern_ops"},
    )
    op.create_table(
        "term_frequency",
        sa.Column("hash", sa.Uuid(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_term_frequency")),
    )
    op.execute(COUNT_ALL)
    op.execute(COUNT_TERMS)
    op.execute(
        "CREATE TRIGGER count_terms AFTER INSERT OR UPDATE OF terms OR DELETE ON sketch"
        " FOR EACH ROW EXECUTE FUNCTION count_terms()"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER count_terms ON sketch")
    op.execute("DROP FUNCTION count_terms()")
    op.drop_table("term_frequency")
    op.drop_index("ix_entity_alias_backwards", table_name="entity_alias")
    op.drop_column("entity_alias", "backwards")
