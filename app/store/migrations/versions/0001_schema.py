"""The tables of documents, articles, entities, quotes, claims, stories and keys."""

# ruff: noqa: E501, PLR0915

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "api_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("octet_length(hash) = 32", name=op.f("ck_api_key_hash")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
        sa.UniqueConstraint("hash", name=op.f("uq_api_key_hash")),
        sa.UniqueConstraint("prefix", name=op.f("uq_api_key_prefix")),
    )
    op.create_table(
        "change",
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("resource_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("op IN ('create', 'update', 'delete')", name=op.f("ck_change_op")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_change")),
    )
    op.create_index("ix_change_resource_sequence", "change", ["resource", "sequence"], unique=False)
    op.create_index(
        "ix_change_tombstone", "change", ["resource_id", "resource"], unique=False, postgresql_where="op = 'delete'"
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), sa.Computed("encode(sha256(content), 'hex')", persisted=True), nullable=False),
        sa.Column("size", sa.Integer(), sa.Computed("octet_length(content)", persisted=True), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_folded", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), sa.Computed("coalesce(url, outlet, '')", persisted=True), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failure_stage", sa.Text(), nullable=True),
        sa.Column("failure_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(failure_stage, failure_reason) = CASE state WHEN 'failed' THEN 2 ELSE 0 END",
            name=op.f("ck_document_failure"),
        ),
        sa.CheckConstraint("state IN ('queued', 'processing', 'done', 'failed')", name=op.f("ck_document_state")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_document_attempts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(
        "ix_document_outlet_folded", "document", [sa.literal_column("left(outlet_folded, 300)"), "id"], unique=False
    )
    op.create_index(op.f("ix_document_received_at"), "document", ["received_at"], unique=False)
    op.create_index("ix_document_state_id", "document", ["state", "id"], unique=False)
    op.create_index("ix_document_url", "document", ["url"], unique=False, postgresql_using="hash")
    op.create_index("uq_document_sha256_source", "document", ["sha256", sa.literal_column("md5(source)")], unique=True)
    op.create_table(
        "entity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("geonames", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("current", sa.Boolean(), sa.Computed("merged_into IS NULL", persisted=True), nullable=False),
        sa.Column(
            "into_current",
            sa.Boolean(),
            sa.Computed("CASE WHEN merged_into IS NULL THEN NULL ELSE true END", persisted=True),
            nullable=True,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'organisation', 'place', 'event')", name=op.f("ck_entity_kind")),
        sa.CheckConstraint("char_length(folded) <= 300", name=op.f("ck_entity_folded")),
        sa.CheckConstraint("merged_into <> id", name=op.f("ck_entity_merged_into_another")),
        sa.ForeignKeyConstraint(
            ["merged_into", "into_current"], ["entity.id", "entity.current"], name="fk_entity_merged_into_current"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("id", "current", name=op.f("uq_entity_id_current")),
    )
    op.create_index("ix_entity_folded_id", "entity", ["folded", "id"], unique=False)
    op.create_index("ix_entity_kind_id", "entity", ["kind", "id"], unique=False)
    op.create_index(op.f("ix_entity_merged_into"), "entity", ["merged_into"], unique=False)
    op.create_index("ix_entity_wikidata", "entity", ["wikidata"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("left_id", sa.Uuid(), nullable=False),
        sa.Column("right_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict IN ('same', 'different')", name=op.f("ck_judgement_verdict")),
        sa.CheckConstraint("left_id <> right_id", name=op.f("ck_judgement_of_two")),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_judgement_score")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index("ix_judgement_left_id_right_id", "judgement", ["left_id", "right_id"], unique=False)
    op.create_index("ix_judgement_right_id", "judgement", ["right_id"], unique=False)
    op.create_table(
        "outlet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("home_url", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("folded <> '' AND char_length(folded) <= 300", name=op.f("ck_outlet_folded")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("folded", name=op.f("uq_outlet_folded")),
    )
    op.create_index(
        "ix_outlet_folded_trigrams",
        "outlet",
        ["folded"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_table(
        "server_secret",
        sa.Column("id", sa.SmallInteger(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_server_secret_only_one")),
        sa.CheckConstraint("octet_length(value) = 32", name=op.f("ck_server_secret_value")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_secret")),
    )
    op.create_table(
        "story",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_at <= last_at", name=op.f("ck_story_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_index(op.f("ix_story_first_at"), "story", ["first_at"], unique=False)
    op.create_index(op.f("ix_story_last_at"), "story", ["last_at"], unique=False)
    op.create_table(
        "article",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column(
            "length",
            sa.Integer(),
            sa.Computed(
                "char_length(title) + char_length(body) + CASE WHEN title <> '' AND body <> '' THEN 2 ELSE 0 END",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("authors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("outlet_id", sa.Uuid(), nullable=True),
        sa.Column("published_raw", sa.Text(), nullable=True),
        sa.Column("published_origin", sa.Text(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("published_instant", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_local", sa.DateTime(), nullable=True),
        sa.Column("published_clock", sa.Time(), nullable=True),
        sa.Column(
            "published_at",
            sa.DateTime(timezone=True),
            sa.Computed("coalesce(published_instant, published_local AT TIME ZONE 'UTC')", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "dated",
            sa.DateTime(timezone=True),
            sa.Computed(
                "coalesce(published_instant, published_local AT TIME ZONE 'UTC', '0001-01-01 00:00:00+00')",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("truncated", sa.Boolean(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("story_reasons", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("copy_of", sa.Uuid(), nullable=True),
        sa.Column("copy_score", sa.Float(), nullable=True),
        sa.Column("copy_reasons", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("failures", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('english', left(title || ' ' || body, 200000))", persisted=True),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "coalesce(published_precision = 'clock', false) = (published_clock IS NOT NULL)",
            name=op.f("ck_article_published_clock"),
        ),
        sa.CheckConstraint("jsonb_typeof(failures) = 'array'", name=op.f("ck_article_failures")),
        sa.CheckConstraint(
            "kind IN ('article', 'brief', 'related_teaser', 'topic_entry', 'live_update')", name=op.f("ck_article_kind")
        ),
        sa.CheckConstraint(
            "published_precision IN ('second', 'minute', 'day', 'clock')", name=op.f("ck_article_published_precision")
        ),
        sa.CheckConstraint("(copy_of IS NULL) = (copy_score IS NULL)", name=op.f("ck_article_copy")),
        sa.CheckConstraint("copy_of <> id", name=op.f("ck_article_copy_of_another")),
        sa.CheckConstraint("copy_score BETWEEN 0 AND 1", name=op.f("ck_article_copy_score")),
        sa.CheckConstraint(
            "num_nonnulls(published_instant, published_local, published_clock) <= 1 AND num_nonnulls(published_raw, published_origin, published_precision) = 3 * num_nonnulls(published_instant, published_local, published_clock)",
            name=op.f("ck_article_published"),
        ),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_article_ordinal")),
        sa.ForeignKeyConstraint(
            ["copy_of"],
            ["article.id"],
            name=op.f("fk_article_copy_of_article"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_article_document_id_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id_outlet")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_article_story_id_story")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint(
            "document_id", "ordinal", deferrable=True, initially="DEFERRED", name=op.f("uq_article_document_id_ordinal")
        ),
        sa.UniqueConstraint("id", "length", name=op.f("uq_article_id_length")),
    )
    op.create_index(op.f("ix_article_copy_of"), "article", ["copy_of"], unique=False)
    op.create_index(op.f("ix_article_created_at"), "article", ["created_at"], unique=False)
    op.create_index("ix_article_dated_id", "article", ["dated", "id"], unique=False)
    op.create_index("ix_article_kind_id", "article", ["kind", "id"], unique=False)
    op.create_index("ix_article_language_id", "article", ["language", "id"], unique=False)
    op.create_index("ix_article_outlet_id_id", "article", ["outlet_id", "id"], unique=False)
    op.create_index("ix_article_published_at", "article", ["published_at"], unique=False)
    op.create_index("ix_article_search", "article", ["search"], unique=False, postgresql_using="gin")
    op.create_index("ix_article_story_id_id", "article", ["story_id", "id"], unique=False)
    op.create_table(
        "claim",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=True),
        sa.Column("claimant_text", sa.Text(), nullable=True),
        sa.Column("claimant_folded", sa.Text(), nullable=True),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('english', left(text, 200000))", persisted=True),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "stance IN ('asserts', 'denies', 'promises', 'threatens', 'asks', 'orders', 'accuses', 'predicts', 'expresses')",
            name=op.f("ck_claim_stance"),
        ),
        sa.CheckConstraint(
            "(claimant_text IS NULL) = (claimant_folded IS NULL)", name=op.f("ck_claim_claimant_folded")
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_claim_confidence")),
        sa.ForeignKeyConstraint(["claimant_id"], ["entity.id"], name=op.f("fk_claim_claimant_id_entity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index(
        "ix_claim_claimant_folded_trigrams",
        "claim",
        ["claimant_folded"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"claimant_folded": "gin_trgm_ops"},
        postgresql_where="claimant_id IS NULL",
    )
    op.create_index("ix_claim_claimant_id_id", "claim", ["claimant_id", "id"], unique=False)
    op.create_index(op.f("ix_claim_created_at"), "claim", ["created_at"], unique=False)
    op.create_index("ix_claim_search", "claim", ["search"], unique=False, postgresql_using="gin")
    op.create_index("ix_claim_stance_id", "claim", ["stance", "id"], unique=False)
    op.create_index("uq_claim_key", "claim", [sa.literal_column("md5(key)")], unique=True)
    op.create_table(
        "entity_alias",
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("folded <> '' AND char_length(folded) <= 300", name=op.f("ck_entity_alias_folded")),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_entity_alias_entity_id_entity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entity_id", "folded", name=op.f("pk_entity_alias")),
    )
    op.create_index(
        "ix_entity_alias_folded",
        "entity_alias",
        ["folded"],
        unique=False,
        postgresql_ops={"folded": "text_pattern_ops"},
    )
    op.create_index(
        "ix_entity_alias_folded_trigrams",
        "entity_alias",
        ["folded"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_table(
        "idempotency",
        sa.Column("api_key_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("answer", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(status IS NULL) = (answer IS NULL)", name=op.f("ck_idempotency_answered")),
        sa.CheckConstraint("char_length(key) <= 500", name=op.f("ck_idempotency_key")),
        sa.ForeignKeyConstraint(
            ["api_key_id"], ["api_key.id"], name=op.f("fk_idempotency_api_key_id_api_key"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("api_key_id", "key", name=op.f("pk_idempotency")),
    )
    op.create_index(op.f("ix_idempotency_created_at"), "idempotency", ["created_at"], unique=False)
    op.create_table(
        "utterance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["entity.id"], name=op.f("fk_utterance_speaker_id_entity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utterance")),
    )
    op.create_index("ix_utterance_speaker_id_id", "utterance", ["speaker_id", "id"], unique=False)
    op.create_index("uq_utterance_key", "utterance", [sa.literal_column("md5(key)")], unique=True)
    op.create_table(
        "claim_about",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_about_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_claim_about_entity_id_entity")),
        sa.PrimaryKeyConstraint("claim_id", "entity_id", name=op.f("pk_claim_about")),
    )
    op.create_index("ix_claim_about_entity_id_claim_id", "claim_about", ["entity_id", "claim_id"], unique=False)
    op.create_table(
        "mention",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("span", postgresql.INT4RANGE(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity_kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "entity_kind IN ('person', 'organisation', 'place', 'event')", name=op.f("ck_mention_entity_kind")
        ),
        sa.CheckConstraint("kind IN ('name', 'nominal', 'pronoun', 'adjective')", name=op.f("ck_mention_kind")),
        sa.CheckConstraint(
            "NOT isempty(span) AND span <@ int4range(0, article_length)", name=op.f("ck_mention_span_within_text")
        ),
        sa.CheckConstraint("char_length(surface) = upper(span) - lower(span)", name=op.f("ck_mention_surface")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_mention_confidence")),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.length"],
            name=op.f("fk_mention_article_id_article_length_article"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_mention_entity_id_entity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint("article_id", "span", name=op.f("uq_mention_article_id_span")),
        sa.UniqueConstraint("id", "article_id", name=op.f("uq_mention_id_article_id")),
    )
    op.create_index("ix_mention_entity_id_id", "mention", ["entity_id", "id"], unique=False)
    op.create_table(
        "quote",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", postgresql.INT4MULTIRANGE(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speaker_text", sa.Text(), nullable=True),
        sa.Column("speaker_folded", sa.Text(), nullable=True),
        sa.Column("speaker_spans", postgresql.INT4MULTIRANGE(), nullable=True),
        sa.Column("speaker_form", sa.Text(), nullable=True),
        sa.Column("speaker_id", sa.Uuid(), nullable=True),
        sa.Column("speaker_role", sa.Text(), nullable=True),
        sa.Column("speaker_anonymous", sa.Boolean(), nullable=True),
        sa.Column("speaker_confidence", sa.Float(), nullable=True),
        sa.Column("speaker_reason", sa.Text(), nullable=True),
        sa.Column("addressee_text", sa.Text(), nullable=True),
        sa.Column("addressee_spans", postgresql.INT4MULTIRANGE(), nullable=True),
        sa.Column("addressee_form", sa.Text(), nullable=True),
        sa.Column("addressee_id", sa.Uuid(), nullable=True),
        sa.Column("addressee_role", sa.Text(), nullable=True),
        sa.Column("addressee_anonymous", sa.Boolean(), nullable=True),
        sa.Column("addressee_confidence", sa.Float(), nullable=True),
        sa.Column("addressee_reason", sa.Text(), nullable=True),
        sa.Column("cue_text", sa.Text(), nullable=True),
        sa.Column("cue_lemma", sa.Text(), nullable=True),
        sa.Column("cue_kind", sa.Text(), nullable=True),
        sa.Column("cue_spans", postgresql.INT4MULTIRANGE(), nullable=True),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("utterance_id", sa.Uuid(), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('english', left(text, 200000))", persisted=True),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "addressee_form IN ('name', 'nominal', 'pronoun', 'adjective')", name=op.f("ck_quote_addressee_form")
        ),
        sa.CheckConstraint(
            "cue_kind IN ('statement', 'question', 'promise', 'threat', 'denial', 'order', 'accusation', 'prediction', 'expressive')",
            name=op.f("ck_quote_cue_kind"),
        ),
        sa.CheckConstraint("kind IN ('direct', 'mixed', 'indirect', 'headline')", name=op.f("ck_quote_kind")),
        sa.CheckConstraint(
            "speaker_form IN ('name', 'nominal', 'pronoun', 'adjective')", name=op.f("ck_quote_speaker_form")
        ),
        sa.CheckConstraint("(speaker_text IS NULL) = (speaker_folded IS NULL)", name=op.f("ck_quote_speaker_folded")),
        sa.CheckConstraint(
            "NOT isempty(addressee_spans) AND addressee_spans <@ int4range(0, article_length)",
            name=op.f("ck_quote_addressee_spans_within_text"),
        ),
        sa.CheckConstraint(
            "NOT isempty(content) AND content <@ int4range(0, article_length)",
            name=op.f("ck_quote_content_within_text"),
        ),
        sa.CheckConstraint(
            "NOT isempty(cue_spans) AND cue_spans <@ int4range(0, article_length)",
            name=op.f("ck_quote_cue_spans_within_text"),
        ),
        sa.CheckConstraint(
            "NOT isempty(speaker_spans) AND speaker_spans <@ int4range(0, article_length)",
            name=op.f("ck_quote_speaker_spans_within_text"),
        ),
        sa.CheckConstraint("addressee_confidence BETWEEN 0 AND 1", name=op.f("ck_quote_addressee_confidence")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_quote_confidence")),
        sa.CheckConstraint(
            "num_nonnulls(addressee_text, addressee_form, addressee_anonymous, addressee_confidence, addressee_reason) IN (0, 5) AND (addressee_text IS NOT NULL OR num_nonnulls(addressee_spans, addressee_id, addressee_role) = 0)",
            name=op.f("ck_quote_addressee_whole"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(cue_text, cue_lemma, cue_kind) IN (0, 3) AND (cue_text IS NOT NULL OR cue_spans IS NULL)",
            name=op.f("ck_quote_cue_whole"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(speaker_text, speaker_form, speaker_anonymous, speaker_confidence, speaker_reason) IN (0, 5) AND (speaker_text IS NOT NULL OR num_nonnulls(speaker_spans, speaker_id, speaker_role) = 0)",
            name=op.f("ck_quote_speaker_whole"),
        ),
        sa.CheckConstraint("speaker_confidence BETWEEN 0 AND 1", name=op.f("ck_quote_speaker_confidence")),
        sa.ForeignKeyConstraint(["addressee_id"], ["entity.id"], name=op.f("fk_quote_addressee_id_entity")),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.length"],
            name=op.f("fk_quote_article_id_article_length_article"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["entity.id"], name=op.f("fk_quote_speaker_id_entity")),
        sa.ForeignKeyConstraint(["utterance_id"], ["utterance.id"], name=op.f("fk_quote_utterance_id_utterance")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
    )
    op.create_index(op.f("ix_quote_addressee_id"), "quote", ["addressee_id"], unique=False)
    op.create_index(op.f("ix_quote_created_at"), "quote", ["created_at"], unique=False)
    op.create_index("ix_quote_kind_id", "quote", ["kind", "id"], unique=False)
    op.create_index("ix_quote_search", "quote", ["search"], unique=False, postgresql_using="gin")
    op.create_index(
        "ix_quote_speaker_folded_trigrams",
        "quote",
        ["speaker_folded"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"speaker_folded": "gin_trgm_ops"},
        postgresql_where="speaker_id IS NULL",
    )
    op.create_index("ix_quote_speaker_id_id", "quote", ["speaker_id", "id"], unique=False)
    op.create_index("ix_quote_utterance_id_id", "quote", ["utterance_id", "id"], unique=False)
    op.create_index(
        "uq_quote_article_id_content_speaker_spans_cue_spans",
        "quote",
        ["article_id", "content", "speaker_spans", "cue_spans"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "sketch",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("bands", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("terms", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("jsonb_typeof(terms) = 'object'", name=op.f("ck_sketch_terms")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_sketch_article_id_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_sketch")),
    )
    op.create_index(op.f("ix_sketch_at"), "sketch", ["at"], unique=False)
    op.create_index("ix_sketch_bands", "sketch", ["bands"], unique=False, postgresql_using="gin")
    op.create_index("ix_sketch_digest", "sketch", ["digest"], unique=False, postgresql_using="hash")
    op.create_index("ix_sketch_terms", "sketch", ["terms"], unique=False, postgresql_using="gin")
    op.create_table(
        "claim_appearance",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_appearance_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name=op.f("fk_claim_appearance_quote_id_quote"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "quote_id", name=op.f("pk_claim_appearance")),
    )
    op.create_index("ix_claim_appearance_quote_id", "claim_appearance", ["quote_id"], unique=False)
    op.create_table(
        "entity_role",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mention_id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("span", postgresql.INT4RANGE(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "NOT isempty(span) AND span <@ int4range(0, article_length)", name=op.f("ck_entity_role_span_within_text")
        ),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.length"],
            name=op.f("fk_entity_role_article_id_article_length_article"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mention_id", "article_id"],
            ["mention.id", "mention.article_id"],
            name=op.f("fk_entity_role_mention_id_article_id_mention"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity_role")),
        sa.UniqueConstraint("mention_id", "span", name=op.f("uq_entity_role_mention_id_span")),
    )
    op.create_index("ix_entity_role_article_id", "entity_role", ["article_id"], unique=False)
    op.create_table(
        "quote_about",
        sa.Column("quote_id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_quote_about_entity_id_entity")),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name=op.f("fk_quote_about_quote_id_quote"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quote_id", "entity_id", name=op.f("pk_quote_about")),
    )
    op.create_index("ix_quote_about_entity_id_quote_id", "quote_about", ["entity_id", "quote_id"], unique=False)


def downgrade() -> None:
    """The extension stays: others may use it."""
    op.drop_index("ix_quote_about_entity_id_quote_id", table_name="quote_about")
    op.drop_table("quote_about")
    op.drop_index("ix_entity_role_article_id", table_name="entity_role")
    op.drop_table("entity_role")
    op.drop_index("ix_claim_appearance_quote_id", table_name="claim_appearance")
    op.drop_table("claim_appearance")
    op.drop_index("ix_sketch_terms", table_name="sketch", postgresql_using="gin")
    op.drop_index("ix_sketch_digest", table_name="sketch", postgresql_using="hash")
    op.drop_index("ix_sketch_bands", table_name="sketch", postgresql_using="gin")
    op.drop_index(op.f("ix_sketch_at"), table_name="sketch")
    op.drop_table("sketch")
    op.drop_index(
        "uq_quote_article_id_content_speaker_spans_cue_spans", table_name="quote", postgresql_nulls_not_distinct=True
    )
    op.drop_index("ix_quote_utterance_id_id", table_name="quote")
    op.drop_index("ix_quote_speaker_id_id", table_name="quote")
    op.drop_index(
        "ix_quote_speaker_folded_trigrams",
        table_name="quote",
        postgresql_using="gin",
        postgresql_ops={"speaker_folded": "gin_trgm_ops"},
        postgresql_where="speaker_id IS NULL",
    )
    op.drop_index("ix_quote_search", table_name="quote", postgresql_using="gin")
    op.drop_index("ix_quote_kind_id", table_name="quote")
    op.drop_index(op.f("ix_quote_created_at"), table_name="quote")
    op.drop_index(op.f("ix_quote_addressee_id"), table_name="quote")
    op.drop_table("quote")
    op.drop_index("ix_mention_entity_id_id", table_name="mention")
    op.drop_table("mention")
    op.drop_index("ix_claim_about_entity_id_claim_id", table_name="claim_about")
    op.drop_table("claim_about")
    op.drop_index("uq_utterance_key", table_name="utterance")
    op.drop_index("ix_utterance_speaker_id_id", table_name="utterance")
    op.drop_table("utterance")
    op.drop_index(op.f("ix_idempotency_created_at"), table_name="idempotency")
    op.drop_table("idempotency")
    op.drop_index(
        "ix_entity_alias_folded_trigrams",
        table_name="entity_alias",
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.drop_index("ix_entity_alias_folded", table_name="entity_alias", postgresql_ops={"folded": "text_pattern_ops"})
    op.drop_table("entity_alias")
    op.drop_index("uq_claim_key", table_name="claim")
    op.drop_index("ix_claim_stance_id", table_name="claim")
    op.drop_index("ix_claim_search", table_name="claim", postgresql_using="gin")
    op.drop_index(op.f("ix_claim_created_at"), table_name="claim")
    op.drop_index("ix_claim_claimant_id_id", table_name="claim")
    op.drop_index(
        "ix_claim_claimant_folded_trigrams",
        table_name="claim",
        postgresql_using="gin",
        postgresql_ops={"claimant_folded": "gin_trgm_ops"},
        postgresql_where="claimant_id IS NULL",
    )
    op.drop_table("claim")
    op.drop_index("ix_article_story_id_id", table_name="article")
    op.drop_index("ix_article_search", table_name="article", postgresql_using="gin")
    op.drop_index("ix_article_published_at", table_name="article")
    op.drop_index("ix_article_outlet_id_id", table_name="article")
    op.drop_index("ix_article_language_id", table_name="article")
    op.drop_index("ix_article_kind_id", table_name="article")
    op.drop_index("ix_article_dated_id", table_name="article")
    op.drop_index(op.f("ix_article_created_at"), table_name="article")
    op.drop_index(op.f("ix_article_copy_of"), table_name="article")
    op.drop_table("article")
    op.drop_index(op.f("ix_story_last_at"), table_name="story")
    op.drop_index(op.f("ix_story_first_at"), table_name="story")
    op.drop_table("story")
    op.drop_table("server_secret")
    op.drop_index(
        "ix_outlet_folded_trigrams",
        table_name="outlet",
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.drop_table("outlet")
    op.drop_index("ix_judgement_right_id", table_name="judgement")
    op.drop_index("ix_judgement_left_id_right_id", table_name="judgement")
    op.drop_table("judgement")
    op.drop_index("ix_entity_wikidata", table_name="entity")
    op.drop_index(op.f("ix_entity_merged_into"), table_name="entity")
    op.drop_index("ix_entity_kind_id", table_name="entity")
    op.drop_index("ix_entity_folded_id", table_name="entity")
    op.drop_table("entity")
    op.drop_index("uq_document_sha256_source", table_name="document")
    op.drop_index("ix_document_url", table_name="document", postgresql_using="hash")
    op.drop_index("ix_document_state_id", table_name="document")
    op.drop_index(op.f("ix_document_received_at"), table_name="document")
    op.drop_index("ix_document_outlet_folded", table_name="document")
    op.drop_table("document")
    op.drop_index("ix_change_tombstone", table_name="change", postgresql_where="op = 'delete'")
    op.drop_index("ix_change_resource_sequence", table_name="change")
    op.drop_table("change")
    op.drop_table("api_key")
