"""`quotewire serve`: the API in this process, a worker beside it, one PostgreSQL under both."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import structlog
import uvicorn

from app.cli.database import database_url
from app.cli.stopping import exit_on_sigterm
from app.cli.welcome import welcome
from app.main import create_app
from app.model.errors import Misconfigured
from app.settings import Settings
from app.store import migrate
from app.store.session import Database

log = structlog.get_logger(__name__)

GRACE_SECONDS = 30
"""How long a worker may finish the document at hand before it is killed; the queue keeps that document."""


def run(settings: Settings, *, with_worker: bool, examples: Path | None) -> None:
    """Serve until SIGINT or SIGTERM, then stop everything that was started here. Raises `Misconfigured`."""
    exit_on_sigterm(0)
    with ExitStack() as stack:
        listener = stack.enter_context(closing(_listener(settings.host, settings.port)))
        url = stack.enter_context(database_url(settings))
        migrate.upgrade(url)
        database = stack.enter_context(closing(Database(url)))
        if with_worker:
            stack.enter_context(_worker(url))
        server = uvicorn.Server(
            uvicorn.Config(create_app(settings, database), log_config=None, timeout_graceful_shutdown=10)
        )
        if examples is not None:
            threading.Thread(target=welcome, args=(server, database, examples, settings), daemon=True).start()
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            log.info("stopped")


def _listener(host: str, port: int) -> socket.socket:
    """The bound socket: taken before anything else starts, so that a taken port costs nobody a wait."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        raise Misconfigured(
            f"cannot listen on {host}:{port} ({error.strerror}): stop what uses it, or choose another port with "
            "QUOTEWIRE_PORT or --port."
        ) from error
    return listener


@contextmanager
def _worker(url: str) -> Iterator[None]:
    """A worker process, started again when it dies, stopped when the context ends."""
    stopping, starting = threading.Event(), threading.Lock()
    current = [_start_worker(url)]

    def watch() -> None:
        while not stopping.is_set():
            code = current[0].wait()
            if stopping.wait(1):
                return
            log.error("the worker died; starting another", exit_code=code)
            with starting:  # or one that is started while we stop would be missed
                if not stopping.is_set():
                    current[0] = _start_worker(url)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with starting:
            stopping.set()
        _stop(current[0])
        watcher.join(5)


def _start_worker(url: str) -> subprocess.Popen[bytes]:
    """A worker in a session of its own, so that Ctrl-C reaches it through us alone; tied to us by its input."""
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", "work", "--tied"],
        stdin=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "QUOTEWIRE_DATABASE_URL": url},
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        log.info("the worker finishes the document at hand", at_most_seconds=GRACE_SECONDS)
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()
