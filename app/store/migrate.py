"""Bring a database to the schema of this version."""

from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import OperationalError

from app.model.errors import Misconfigured
from app.store.session import Session, engine

OLDEST_SERVER: Final = 150000
"""PostgreSQL 15, as `server_version_num` writes it: NULLS NOT DISTINCT came with it."""

MIGRATING: Final = 0x51_57_02
"""The advisory lock of those who migrate."""


def upgrade(url: str) -> None:
    """Run the migrations that `url` lacks; nothing when it lacks none. Two processes at once take turns.

    All of them are one transaction. Raises `Misconfigured` where the server is unreachable or too old, does not let us
    make tables, or holds a newer schema than this version knows.
    """
    migrating = engine(url, pool_size=1, statement_timeout=0, lock_timeout=0)
    try:
        _upgrade(migrating)
    except OperationalError as error:
        raise Misconfigured(f"The database cannot be reached or migrated: {str(error.orig).strip()}") from error
    except CommandError as error:
        raise Misconfigured(f"The database's schema is not of this version or an earlier one: {error}") from error
    finally:
        migrating.dispose()


def require_current(session: Session) -> None:
    """Raise `Misconfigured` unless the database has the schema of this version, neither an older nor a newer one."""
    connection = session.connection()
    if not _is_current(connection, configuration(connection)):
        raise Misconfigured("The database's schema is not that of this version: run `quotewire db upgrade`.")


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for the migrations that ship with the package, to run on this connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "app.store:migrations")
    return config


def _upgrade(migrating: Engine) -> None:
    with migrating.begin() as connection:
        _check_version(connection)
        config = configuration(connection)
        if _is_current(connection, config):
            return
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))
        command.upgrade(config, "head")


def _check_version(connection: Connection) -> None:
    version = int(connection.execute(select(func.current_setting("server_version_num"))).scalar_one())
    if version < OLDEST_SERVER:
        raise Misconfigured(f"PostgreSQL 15 or newer is needed; this server is {version // 10000}.")


def _is_current(connection: Connection, config: Config) -> bool:
    known = ScriptDirectory.from_config(config).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(known)
