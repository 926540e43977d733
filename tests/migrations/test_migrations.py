from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import metadata, resources

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text

from app.kit.clock import now
from app.model.errors import Misconfigured
from app.model.source import Entries
from app.store import keys, migrate, queue, sources, wanted
from app.store.session import Database, engine
from app.store.sources import Schedule
from tests.database import fresh
from tests.store.samples import World, findings, nested, stored

LEFT = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'alembic%'
UNION ALL SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL SELECT typname FROM pg_type t WHERE typnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype IN ('e', 'i'))
  AND typname NOT LIKE '%alembic%'
"""


def revisions(connection: Connection) -> list[str]:
    """From the first to the last."""
    script = ScriptDirectory.from_config(migrate.configuration(connection))
    return [revision.revision for revision in script.walk_revisions()][::-1]


def fill(url: str) -> None:
    """Something in every table that matters."""
    with closing(Database(url)) as database:
        document_id, _ = stored(database, World(), findings(), nested())
        schedule = Schedule(outlet=None, interval_seconds=900, entries=Entries.PAGES, paused=False)
        with database.session() as session:
            wanted.want(session, f"https://courier.example/{document_id}", None, now())
            sources.create(session, f"https://courier.example/{document_id}/feed", schedule, now())
            queue.enqueue(session, document_id)
            keys.create(session, "desk", ["read"])


def test_every_migration_goes_down_and_up_again_on_data(server_url: str) -> None:
    with fresh(server_url) as url:
        migrate.upgrade(url)
        fill(url)
        migrating = engine(url, pool_size=1, statement_timeout=60, lock_timeout=5)
        with migrating.connect() as connection:
            config, known = migrate.configuration(connection), revisions(connection)
            for below, revision in list(zip(["base", *known], known, strict=False))[::-1]:
                for step, target in (
                    (command.downgrade, below),
                    (command.upgrade, revision),
                    (command.downgrade, below),
                ):
                    step(config, target)
                    connection.commit()
            assert connection.execute(text(LEFT)).scalars().all() == []
            command.upgrade(config, "head")
            connection.commit()
        migrating.dispose()
        fill(url)


def test_the_tables_are_what_the_migrations_make(database_url: str) -> None:
    migrating = engine(database_url, pool_size=1, statement_timeout=60, lock_timeout=5)
    with migrating.connect() as connection:
        command.check(migrate.configuration(connection))
    migrating.dispose()


def test_two_processes_migrate_in_turn_and_a_third_finds_nothing_to_do(server_url: str) -> None:
    with fresh(server_url) as url:
        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(migrate.upgrade, url) for _ in range(2)]:
                done.result()
        migrate.upgrade(url)
        with closing(Database(url)) as database:
            database.ping()


def test_a_schema_from_the_future_is_refused(database: Database) -> None:
    with database.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Misconfigured, match="version"):
        migrate.upgrade(database.url)


def test_an_unreachable_server_is_misconfigured(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(Misconfigured, match="reached"):
        migrate.upgrade(f"postgresql://postgres@/none?host={tmp_path_factory.mktemp('empty')}")


def test_the_queue_s_schema_is_that_of_the_installed_library() -> None:
    """When this fails, procrastinate was upgraded: add a revision with the changes of its `sql/migrations`."""
    kept = resources.files("app.store.migrations").joinpath("procrastinate-3.10.0.sql").read_text(encoding="utf-8")
    assert kept == SchemaManager.get_schema(), f"procrastinate {metadata.version('procrastinate')} has another schema"
